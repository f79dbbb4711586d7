import type { Scenario } from "../../scenario";

export const accountDetailsPartOne: readonly Scenario[] = [
  {
    key: "bank-moved",
    categoryKey: "account_details",
    subject: "New address",
    opening: [
      "I've moved. My new address is Lindenweg 14, same town. Do I have to send a form or is this enough? Account ending {accountEnding}.",
      "change of address pls - moved on {date}. what do you need from me",
    ],
    turns: [
      {
        by: "rep",
        text: "This chat is enough, because you're signed in. It's changed for letters, cards and the tax office alike. A confirmation goes to both addresses, so nobody can move you without your noticing.",
      },
    ],
    tags: ["address"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-tax-certificate",
    categoryKey: "account_details",
    subject: "Tax certificate for last year",
    opening: [
      "Where do I find the tax certificate for last year? My accountant asks for it daily.",
      "need steuerbescheinigung / tax certificate 2025, not in mailbox",
    ],
    turns: [
      {
        by: "rep",
        text: "It's there from mid-March on; yours was made this morning. Mailbox, \"Tax\". If you'd like your accountant to get it directly each year, I can set that up with one signature.",
      },
    ],
    tags: ["tax certificate"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-statement-old",
    categoryKey: "account_details",
    subject: "Statements from 2014",
    opening: [
      "For a pension matter I need account statements from 2014 to 2016. The app only goes back ten years.",
      "need very old statements (2014-2016), for the pension office. possible? cost?",
    ],
    turns: [
      {
        by: "rep",
        text: "Possible: we keep them on film. It's 24 pages and costs 15 euro in all. For a pension matter I'd make one certified summary instead, which the office accepts and which is free. Which would you like?",
      },
      { by: "customer", text: "The summary then. Didn't know that existed." },
      { by: "rep", text: "It's on its way by post, with a copy in your mailbox." },
    ],
    tags: ["statement", "archive"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-married-name",
    categoryKey: "account_details",
    subject: "Name change after wedding",
    opening: [
      "I got married! New surname. What do you need and what happens to my card and my log-in?",
      "name change after marriage, from Brandt to Okoye-Brandt. how",
    ],
    turns: [
      {
        by: "rep",
        text: 'Congratulations! A photo of the marriage certificate and of your new ID, as soon as you have it, uploaded under Profile, "Documents". Log-in and IBAN stay; the new card comes by itself. Do you already have the new ID?',
      },
    ],
    tags: ["name change"],
    endState: "need_info",
  },
  {
    key: "bank-power-of-attorney",
    categoryKey: "account_details",
    subject: "Mother's account, power of attorney",
    opening: [
      "My mother has dementia, and I've got a power of attorney. How do I get access to her account statements and pay her bills?",
      "I need to manage my mother's account. There is a notarised power of attorney. What are the steps?",
    ],
    turns: [
      {
        by: "rep",
        text: "I'm sorry, that's a lot to carry. Please bring or send the notarised original; we scan it and return it the same day. You'll then see her account in your own app, marked with her name, and can pay from it. Her card can stay with a small limit, so that she can still buy her bread herself.",
      },
      { by: "customer", text: "That last idea is lovely. I'll come on Thursday." },
    ],
    backchannel: {
      teamKey: "complaints",
      question:
        "Power of attorney for a customer with dementia; son will come on Thursday. Anything in her file we should know before?",
      answer: [
        'Two odd withdrawals in September with a "neighbour". Fraud looked, nothing proven. Offer him the alert for cash over 100, don\'t name the neighbour.',
      ],
    },
    tags: ["power of attorney"],
    endState: "closed",
    rating: { score: 5, comment: "Kindness is rare in forms." },
  },
  {
    key: "bank-balance-confirmation",
    categoryKey: "account_details",
    subject: "Balance confirmation for visa",
    opening: [
      "The consulate wants a balance confirmation with stamp and signature, not older than seven days. My appointment is on {nextDate}.",
      "visa office needs bank letter w/ balance. urgent",
    ],
    turns: [
      {
        by: "rep",
        text: "Made out as of today, in English, signed electronically with our seal: it's in your mailbox. If the consulate insists on ink, any branch will stamp and sign a print-out while you wait.",
      },
    ],
    tags: ["confirmation"],
    endState: "closed",
    rating: { score: 5 },
  },
];
