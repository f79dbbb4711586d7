import type { Scenario } from "../../scenario";

export const cardPaymentPartOne: readonly Scenario[] = [
  {
    key: "bank-declined-supermarket",
    categoryKey: "card_payment",
    subject: "Card declined at the till",
    opening: [
      "My card was declined at the supermarket in front of the whole queue. There is money in the account! How embarrassing. Why?",
      "declined at checkout twice today, app says i have 640 on it. whats wrong",
      "Dear Harbour Bank, this morning my card payment was refused although my balance is sufficient. Please tell me the reason and make sure it does not happen again.",
    ],
    turns: [
      {
        by: "rep",
        text: "I'm sorry about that moment at the till. The chip wasn't the problem: after five contactless payments in a row the card wants the PIN once, and that terminal couldn't ask for it. Pay once with chip and PIN, and contactless works again.",
      },
      { by: "customer", text: "Worked. Could you not warn people beforehand??" },
      { by: "rep", text: 'Fair point. The app can: switch on "card hints" under notifications.' },
    ],
    tags: ["declined"],
    endState: "closed",
    rating: { score: 5, comment: "Mystery solved in two minutes." },
  },
  {
    key: "bank-limit-sofa",
    categoryKey: "card_payment",
    subject: "Raise the limit for a sofa",
    opening: [
      "I want to buy a sofa on Saturday for {largeAmount} and I think my card limit is 1,000 a day. Can you raise it just for the weekend?",
      "need a higher card limit this saturday, furniture shop doesn't take transfers. {largeAmount}",
    ],
    turns: [
      {
        by: "rep",
        text: "I've raised your daily limit to 10,000 from Saturday 8:00 until Sunday midnight. It falls back to 1,000 by itself, so you needn't think of it again. Enjoy the sofa.",
      },
    ],
    tags: ["card limit"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-hotel-hold",
    categoryKey: "card_payment",
    subject: "Hotel deposit still held",
    opening: [
      "A hotel in Antwerp blocked {amount} on my card payment as a deposit on {date}. I checked out, they say they released it, but I still can't use the money. Who's lying?",
      "why is {amount} still reserved by the hotel i left a week ago. it's a pending card payment that never goes away",
    ],
    turns: [
      {
        by: "rep",
        text: "Nobody is: the hotel cancelled it on its side, but sent the release with a different authorisation number, so our system couldn't pair the two. I've paired them by hand; the money is free now.",
      },
    ],
    backchannel: {
      teamKey: "cards",
      question:
        "Reservation from a hotel, merchant sent reversal with wrong auth code. Can you match manually? Case {caseNumber}.",
      answer: ["Matched. It's the Belgian acquirer again, fourth this month, I've put it on the list for Thursday."],
    },
    tags: ["pre-authorisation"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-online-confirm",
    categoryKey: "card_payment",
    subject: "Online payments never confirmed",
    opening: [
      'Whenever I do an online payment it says "confirm in your app" and then nothing shows up in the app. I\'ve tried three shops. The theatre tickets are gone by now.',
      "online payment always fails at the confirmation step. no push, nothing. phone is a bit old",
    ],
    turns: [
      {
        by: "rep",
        text: "Your phone stopped receiving our confirmations after you restored it from a backup in spring: it's registered twice, and we asked the old copy. I've removed the old one. Please open the app once and try a small payment.",
      },
      { by: "customer", text: "Bought a book. It came within a second." },
    ],
    backchannel: {
      teamKey: "access",
      question: "Pushes go nowhere. How many devices are on file?",
      answer: [
        "Two with the same name, the older token died in April. Delete 1 of 2. By the way it's the same fault as in 400 other profiles, a script runs on Sunday.",
      ],
    },
    tags: ["online payment", "app"],
    endState: "closed",
    rating: { score: 3, comment: "It works now but why did nobody tell me about the update?" },
  },
  {
    key: "bank-double-charge",
    categoryKey: "card_payment",
    subject: "Restaurant charged twice",
    opening: [
      "The restaurant on the pier charged my card twice for the same dinner, {amount} each. It was a nice dinner, but not that nice.",
      "I was charged twice on {date}, same amount ({amount}), same minute, same restaurant. The waiter's terminal hung and he tried again. One card payment should come back to me please.",
    ],
    turns: [
      {
        by: "rep",
        text: "I can see both, 40 seconds apart. The second one is a plain double booking, so I've disputed it for you. The amount is credited already; the restaurant has ten days to object, which almost never happens for these.",
      },
      { by: "customer", text: "Perfect, thank you. I'd still go back there." },
    ],
    backchannel: {
      teamKey: "payments",
      question: "Two bookings, 40 seconds apart, same terminal. Plain duplicate or two tables?",
      answer: [
        "Duplicate, same receipt number. The restaurant is a business client of ours, so no chargeback fee, just reverse it under D-2.",
      ],
    },
    tags: ["double charge", "dispute"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-fuel-reserve",
    categoryKey: "card_payment",
    subject: "150 blocked at petrol station",
    opening: [
      "I filled up for 43 euros and you took 150!? Card ending {cardEnding}.",
      "Petrol pump card payment: receipt says 43.10, my account says 150.00. Please explain.",
    ],
    turns: [
      {
        by: "rep",
        text: "It's only a reservation: unmanned pumps reserve 150 before they know how much you'll take. The real 43.10 replaced it a minute ago. If you look again, the difference is back.",
      },
      { by: "customer", text: "You're right. Sorry for shouting." },
    ],
    tags: ["pre-authorisation"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-travel-usa",
    categoryKey: "card_payment",
    subject: "Will my card work in the US",
    opening: [
      "I'm flying to Chicago on {nextDate}. Does my debit card work there, do I have to tell you, and what does each card payment cost me?",
      "going to the states for two weeks, is my card ok there or will it get declined",
    ],
    turns: [
      {
        by: "rep",
        text: "It works, and you don't need to tell us. Each payment in dollars costs 1.5 % on top; at the terminal always choose dollars, never euro. Some pumps and hotels there ask for a credit card, so take a second one if you have it.",
      },
    ],
    tags: ["travel"],
    endState: "closed",
    rating: { score: 4 },
  },
];
