import type { Scenario } from "../../scenario";

export const suspiciousPartOne: readonly Scenario[] = [
  {
    key: "bank-phishing-mail",
    categoryKey: "suspicious",
    subject: "E-mail asks to confirm data",
    opening: [
      'I got an e-mail from "Harbour-Bank Security" asking me to confirm my data within 24 hours or my account is closed. Looks like phishing, doesn\'t it?',
      "is this mail from you?? says account will be suspended. havent clicked anything yet",
    ],
    turns: [
      {
        by: "rep",
        text: "It isn't from us. We never set deadlines by e-mail and never ask for log-in data. Please forward it to the address on our security page and delete it. Since you didn't click, nothing else is needed.",
      },
    ],
    tags: ["phishing"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-clicked-link",
    categoryKey: "suspicious",
    subject: "Entered data on a fake page",
    opening: [
      "I think I've done something stupid. I got a text message about a parcel, clicked, and entered my log-in and a code. It was a scam, wasn't it?",
      "clicked on a link and typed my password. then the page was gone. suspicious!! please help fast",
    ],
    turns: [
      {
        by: "rep",
        text: "You did the right thing by coming straight here. I've frozen your online access and stopped a payment of 2,900 that was waiting. Nothing has left. Please don't use that phone for banking until the new access is set up; I'm sending you a letter with it today.",
      },
      { by: "customer", text: "2,900?! Thank you. Thank you. Thank you." },
      { by: "rep", text: "Breathe. It was good work from you, too: you wrote four minutes after it happened." },
    ],
    backchannel: {
      teamKey: "fraud",
      question:
        "Smishing, parcel theme, device enrolled 3 minutes ago from an unknown phone. 2,900 instant pending. I've frozen access, anything else to stop?",
      answer: [
        "Revoke the new device token and kill the pending limit change. Payee is the same mule as in FD-3377. Leave the session open two more minutes, we're logging it.",
      ],
    },
    tags: ["phishing", "urgent"],
    endState: "closed",
    rating: { score: 5, comment: "You reacted faster than they did." },
  },
  {
    key: "bank-not-me-payment",
    categoryKey: "suspicious",
    subject: "Payments I didn't make",
    opening: [
      "There are three payments to an airline that I didn't make, the last one this night. I've never been to Buenos Aires.",
      "3 charges i don't recognise, airline, total {largeAmount}. fraud!",
    ],
    turns: [
      {
        by: "rep",
        text: "I see them, and they don't look like you at all. The card is stopped, the payments are disputed, and the money will be back within two days. Was the card used in a web shop for the first time lately?",
      },
      { by: "customer", text: "A sneaker shop. Too cheap to be true, I guess." },
      { by: "rep", text: "Very likely that one. Your phone wallet has a new number already, so you can go on paying." },
    ],
    tags: ["card fraud"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-fake-employee",
    categoryKey: "suspicious",
    subject: 'Call from "our security"',
    opening: [
      'A man phoned, said he\'s from your fraud department and that I should move my savings to a "safe account". He knew my name and my bank balance! Is that true?',
      "got a phone call from bank security, want me to transfer money to safe account. feels strange",
    ],
    turns: [
      {
        by: "rep",
        text: "Please don't move anything, there is no such thing as a safe account. We never call to ask for a transfer. How he knew your balance matters, though: did you read anything out to him, or install a program?",
      },
      { by: "customer", text: 'I installed something so that he could "help".' },
      {
        by: "rep",
        text: "Then please switch that computer off now. I've blocked online access so nothing can be sent, and a colleague will call you in ten minutes. You can check that it's really us: she'll tell you the word \"heron\".",
      },
    ],
    backchannel: {
      teamKey: "fraud",
      question:
        "Elderly customer, remote access tool installed, balance known to caller. Access blocked. Can someone call within ten minutes? Code word heron.",
      answer: [
        "I'm on it. 4 others this morning with the same script, they spoof our 00 number. Savings of 61,000, I'll put a manual hold for 72 h.",
      ],
    },
    tags: ["phone scam"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-marketplace",
    categoryKey: "suspicious",
    subject: "Buyer sent a strange link",
    opening: [
      'I sell a pram online, and the buyer sent a link where I should enter my card "to receive the money". It looks like your page. Strange?',
      "buyer on a marketplace wants me to enter card data to get paid. scam or normal?",
    ],
    turns: [
      {
        by: "rep",
        text: "It's a well-known trick: to receive money nobody ever needs your card number or a code. If you entered nothing, just break off contact. If you did, tell me and I'll stop the card right away.",
      },
      { by: "customer", text: "I only typed four digits, then it felt wrong." },
      { by: "rep", text: "Four are harmless. Your feeling works well." },
    ],
    tags: ["marketplace scam"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-romance",
    categoryKey: "suspicious",
    subject: "Worried about my father",
    opening: [
      "My father has been sending money to a woman whom he has never met. 14,000 so far. He won't listen to me. It's a scam, I'm certain. Can you do anything?",
      "my dad is being scammed online. i'm not the account owner. what can you do",
    ],
    turns: [
      {
        by: "rep",
        text: "I can't tell you anything about his account, but I can listen, and we can act on what you tell us. We'll speak with him ourselves; it often helps when it isn't the family. Do you know by which name she goes and where the money is sent?",
      },
      { by: "customer", text: '"Sabrina M.", an engineer on an oil rig. The money goes to Cyprus.' },
      { by: "rep", text: "Thank you. We'll take it from here, and you'll keep his trust." },
    ],
    backchannel: {
      teamKey: "fraud",
      question: "Son reports probable romance scam. Please look at outgoing payments to Cyprus and call the customer.",
      answer: [
        "Eleven payments since May, 14,350. Next one scheduled for Friday, I've held it for a \"technical check\". Ingrid will call him, she's good at this.",
      ],
    },
    tags: ["romance scam"],
    endState: "closed",
    rating: { score: 5, comment: "Handled with so much tact." },
  },
  {
    key: "bank-own-payment",
    categoryKey: "suspicious",
    subject: "I think I recognise it now",
    opening: [
      'Suspicious charge: "SQ *LITTLE LEMON 0443". I don\'t recognise it. Fraud?',
      "whats SQ LITTLE LEMON?? not me!",
    ],
    turns: [
      {
        by: "rep",
        text: "It's a food stall with a small card terminal: last Saturday, 13:07, contactless, on the market square. Three minutes later you paid for parking around the corner.",
      },
      { by: "customer", text: "The lemonade!!! Sorry." },
      { by: "rep", text: "A refreshing end. Nothing was blocked." },
    ],
    tags: ["false alarm"],
    endState: "closed",
    rating: { score: 5 },
  },
];
