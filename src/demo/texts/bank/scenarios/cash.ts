import type { Scenario } from "../../scenario";

export const cash: readonly Scenario[] = [
  {
    key: "bank-swallowed",
    categoryKey: "cash",
    subject: "ATM swallowed my card",
    opening: [
      'The ATM at the central station has swallowed my card and just says "out of service". It\'s Friday evening. What now?',
      "cash machine ate my card!! main station. no money came out",
    ],
    turns: [
      {
        by: "rep",
        text: 'I\'ve blocked that card so nobody can use it, whoever opens the machine. The new one is with you by Tuesday. Until then you can take out cash with the app: choose "Cash without card" at any of our machines.',
      },
      { by: "customer", text: "Did that just now across the road. Works." },
    ],
    tags: ["atm"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-short-count",
    categoryKey: "cash",
    subject: "Machine gave less than booked",
    opening: [
      "Withdrew 200 at the ATM on Hafenstrasse, got 150. I counted twice, right there. The receipt says 200.",
      "I asked for 200, the cash machine counted out three fifties and booked 200. Time was about 18:20. I know how this sounds.",
    ],
    turns: [
      {
        by: "rep",
        text: "It sounds like the machine. Its count for {date} shows exactly 50 euro too much in the cassette, and yours is the only withdrawal around that time that fits. The 50 is back on your account.",
      },
    ],
    backchannel: {
      teamKey: "payments",
      question: "ATM HAF-02, customer says 150 instead of 200 at about 18:20. What did the cash count say?",
      answer: [
        "Plus 50 at close. Cassette 3 double feed, third time in two weeks. Credit it; I've asked to have the machine taken out of service but it's not announced yet.",
      ],
    },
    tags: ["atm", "dispute"],
    endState: "closed",
    rating: { score: 5, comment: "Honest people are believed here. Good." },
  },
  {
    key: "bank-deposit-missing",
    categoryKey: "cash",
    subject: "Cash deposit not credited",
    opening: [
      "I paid in {largeAmount} at the deposit machine on Saturday, from our club's summer fair. On Tuesday it's still not there. I'm the treasurer and people are asking.",
      "cash deposit from saturday missing. have the slip",
    ],
    turns: [
      {
        by: "rep",
        text: "I understand, a treasurer needs to be able to show it. Deposits over 1,000 euro are counted by hand, and Saturday's box was opened this morning: your money is complete and will be booked today with Saturday's date.",
      },
      { by: "customer", text: "Thank you. I'll print this for the board." },
    ],
    backchannel: {
      teamKey: "payments",
      question: "Saturday box at Old Port, {largeAmount}, club treasurer. Counted yet?",
      answer: [
        "Counted at 10:40 by Mirko and Jana, complete. Box was late because the van skipped us, the carrier gets a fine, don't mention it.",
      ],
    },
    tags: ["deposit machine"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "bank-withdraw-limit",
    categoryKey: "cash",
    subject: "Withdraw 3,000 for a car",
    opening: [
      "I need to withdraw 3,000 in cash for a used car on Friday. The machine only lets me have 1,000 a day.",
      "how can I get out 3000 in cash in one go, machine limit is 1000",
    ],
    turns: [
      {
        by: "rep",
        text: "At the counter: I've ordered 3,000 for you at Old Port branch, ready from Thursday 10:00 for two days. Bring your ID. Would you like it in fifties?",
      },
      { by: "customer", text: "Fifties and ten twenties, if it's not too much trouble." },
      { by: "rep", text: "Noted. Good luck with the car; count it inside rather than on the street." },
    ],
    backchannel: {
      teamKey: "fraud",
      question: "Customer wants 3,000 in cash on Friday, says used car. Age 34, first time. Any concern?",
      answer: ["None, he searched for car insurance in our app last week. Ask nothing more."],
    },
    tags: ["withdrawal limit"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-foreign-atm-fee",
    categoryKey: "cash",
    subject: "Fee at a foreign cash machine",
    opening: [
      "Took 100 out in Prague and was charged nearly 9 euros. I thought withdrawals abroad are free with the Plus account?",
      'Hi, "withdrawals worldwide free of charge" it says, and then 8.90 for one cash withdrawal in Prague. How come?',
    ],
    turns: [
      {
        by: "rep",
        text: "We charged nothing; the machine's owner did, and probably showed it for a second before you confirmed. With Plus we give that back up to four times a year. I've just credited the 8.90.",
      },
    ],
    tags: ["fees", "abroad"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-coins",
    categoryKey: "cash",
    subject: "Where to pay in coins",
    opening: [
      "My grandmother has filled eleven jars with coins over forty years. Where can we turn them into something she can use? They weigh more than she does.",
      "do you still take coins? about 900 euro in small change as cash",
    ],
    turns: [
      {
        by: "rep",
        text: "We do, and eleven jars sounds magnificent. The Altmarkt branch has a machine that counts loose coins, free for customers up to 50 kilos a visit. Old D-Mark coins can go into a separate bag; we'll send those in for her.",
      },
      { by: "customer", text: "There are certainly D-Mark in there. And buttons." },
    ],
    tags: ["coins"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-app-cash",
    categoryKey: "cash",
    subject: "Cash without card fails",
    opening: [
      '"Cash without card" gives me a code, the ATM says "code invalid". Tried three cash machines.',
      "the qr thing for cash at your atm isnt working. code invalid code invalid code invalid",
    ],
    turns: [
      {
        by: "rep",
        text: "Thanks for trying three. The code lives for 90 seconds, and the phone's clock has to be right for it. Could you check that date and time are set to automatic, and send me a screenshot of the code page if it fails again?",
      },
    ],
    tags: ["app", "atm"],
    endState: "need_info",
  },
  {
    key: "bank-fake-note",
    categoryKey: "cash",
    subject: "Was given a fake note",
    opening: [
      'Your machine refused one of my fifties and kept it, with a slip saying "suspected counterfeit". I got it in change at a flea market. Will I get the cash back?',
      "deposit machine kept a 50 euro note. says its fake. i want it back",
    ],
    turns: [
      {
        by: "rep",
        text: "I'm sorry, that's unlucky. We have to hand suspected notes to the central bank, which examines them. If it is real you'll have 50 euro in two to three weeks; if it's fake, the law doesn't let anyone replace it. I'd mention it to the police, it helps if others were caught there, too.",
      },
    ],
    tags: ["counterfeit"],
    endState: "closed",
    rating: { score: 2, comment: "So I'm 50 euros poorer and nobody is to blame." },
  },
  {
    key: "bank-branch-cash",
    categoryKey: "cash",
    subject: "Does branch still have a counter",
    opening: [
      "Is there still a person at the counter in the Seefeld branch where I can take out cash? My mother doesn't like machines.",
      "cash counter seefeld opening hours?",
    ],
    turns: [
      {
        by: "rep",
        text: "There is: Monday, Tuesday and Thursday from 9 to 12:30, and Thursday also 14 to 18. Your mother is welcome to sit down, it's a quiet one. On other days Altmarkt has a counter all day.",
      },
    ],
    tags: ["branch", "hours"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-wrong-currency",
    categoryKey: "cash",
    subject: "Order Swiss francs",
    opening: [
      "Can I order 500 Swiss francs in cash with you, and what's the rate?",
      "need swiss francs and some czech crowns as cash before {nextDate}. possible?",
    ],
    turns: [
      {
        by: "rep",
        text: "Both possible: ordered today, they're at your branch in two working days. The rate is fixed at the moment of ordering; today 500 francs are about 537 euro, including our 2 % margin. Taking euro to a Czech machine is cheaper than crowns from us, honestly.",
      },
      { by: "customer", text: "Then only the francs. Thanks for being straight." },
    ],
    tags: ["foreign currency"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-retirar-efectivo",
    categoryKey: "cash",
    subject: "No puedo retirar efectivo",
    language: "es",
    opening: [
      "Hola, estoy en Sevilla y el cajero me dice que no puedo sacar dinero. Tengo saldo de sobra. ¿Qué pasa?",
      "Buenas tardes. Llevo dos cajeros probando y nada, no me deja retirar efectivo y mañana vuelvo a Berlín.",
    ],
    turns: [
      {
        by: "rep",
        text: "Hola. El límite para retiradas en el extranjero estaba en 0 €, probablemente desde que lo desactivó en la aplicación el verano pasado. Lo he puesto en 500 € al día; ya puede sacar dinero.",
      },
      { by: "customer", text: "¡Es verdad, fui yo! Gracias." },
    ],
    tags: ["atm", "spanish"],
    endState: "closed",
    rating: { score: 5 },
  },
];
