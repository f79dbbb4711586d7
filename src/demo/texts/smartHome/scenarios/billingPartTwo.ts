import type { Scenario } from "../../scenario";

export const billingPartTwo: readonly Scenario[] = [
  {
    key: "home-reminder-paid",
    categoryKey: "billing",
    subject: "Reminder for a paid invoice",
    opening: [
      "You've sent a reminder for an invoice that I paid by transfer three weeks ago. Proof attached.",
      "payment reminder though paid!! ref {caseNumber}",
    ],
    turns: [
      {
        by: "rep",
        text: "Your transfer arrived with the invoice number of last year's order and was put there. It's moved, the reminder is void, and nothing about it is noted anywhere.",
      },
    ],
    tags: ["reminder"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-giftcard",
    categoryKey: "billing",
    subject: "Gift card never arrived",
    opening: [
      "I bought a gift card for my brother; the payment went through but no mail came to him. His birthday's over.",
      "gift card not delivered by mail, paid {amount}",
    ],
    turns: [
      {
        by: "rep",
        text: "His address had a comma instead of a dot. I've sent it to you instead, with ten euro more for being late, so that you can hand it over in person.",
      },
    ],
    tags: ["gift card"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-b2b-quote",
    categoryKey: "billing",
    subject: "Quote for a hotel",
    opening: [
      "We run a hotel with 48 rooms and would like an offer for thermostats with valves, invoice payment, 30 days. Who's the right person?",
      "bulk price 48 thermostats? hotel, need invoice w/ 30 days",
    ],
    turns: [
      {
        by: "rep",
        text: "I am, together with our project colleague. To make a good offer: how many radiators per room, and do you want one app for the reception? You'll have it by {nextDate}.",
      },
      { by: "customer", text: "Two per room, and yes, one for all." },
      { by: "rep", text: "Noted: 96 valves, 48 room units, a central view." },
    ],
    backchannel: {
      teamKey: "installation",
      question: "Hotel, 48 rooms, 96 valves. Which hub layout, and what discount can I give?",
      answer: [
        "Six hubs, wired, floor by floor. Volume price is list minus 22, you may go to 27 if they take the service contract. Competitor bid about 31k at the hotel next door.",
      ],
    },
    tags: ["business quote"],
    endState: "pending",
  },
  {
    key: "home-sepa-shop",
    categoryKey: "billing",
    subject: "Direct debit returned, fee",
    opening: [
      "My bank returned your direct debit, as the account was empty for one day. Now there's an extra 7.50 on the invoice. Can we talk about this?",
      "7,50 fee for a failed payment?! first time ever",
    ],
    turns: [
      {
        by: "rep",
        text: "We can: it's the first time, so the 7.50 is gone. I'd try again on the 3rd, or would another day suit you better?",
      },
      { by: "customer", text: "The 5th." },
      { by: "rep", text: "The 5th it is." },
    ],
    tags: ["bank return"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "home-cash-on-delivery",
    categoryKey: "billing",
    subject: "Currency shown wrongly",
    opening: [
      "The checkout showed złoty but my invoice is in euro, and the sum isn't what I expected.",
      "currency on invoice different from checkout, paid more",
    ],
    turns: [
      {
        by: "rep",
        text: "The złoty price was only an estimate, which the page should have said. You paid 11 złoty more than shown; I've refunded this as 2.60 euro.",
      },
    ],
    tags: ["currency"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-rechnung-fehlt",
    categoryKey: "billing",
    subject: "Rechnung fehlt",
    language: "de",
    opening: [
      "Guten Tag, zu meiner Bestellung fehlt mir noch die Rechnung für die Steuer. Können Sie die schicken?",
      "hallo rechnung bitte nochmal als pdf, finde die mail nicht mehr",
    ],
    turns: [
      {
        by: "rep",
        text: 'Guten Tag! Die Rechnung ist gerade als PDF an Sie rausgegangen. Im Konto unter "Bestellungen" liegt sie jederzeit zum Herunterladen.',
      },
      { by: "customer", text: "Angekommen, danke schön." },
    ],
    tags: ["invoice", "german"],
    endState: "closed",
    rating: { score: 5 },
  },
];
