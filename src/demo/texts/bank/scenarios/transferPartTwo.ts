import type { Scenario } from "../../scenario";

export const transferPartTwo: readonly Scenario[] = [
  {
    key: "bank-reference-forgotten",
    categoryKey: "transfer",
    subject: "Forgot the payment reference",
    opening: [
      "I paid my tax by transfer but forgot the reference number. Will the tax office ever find my {amount}?",
      "forgot to write the reference on a transfer to the city. can you add it after?",
    ],
    turns: [
      {
        by: "rep",
        text: "I can't change what has been sent, but I've sent an enquiry after it with your tax number, which their cashier's office does read. Keep the confirmation I've just put into your mailbox, in case a reminder crosses with it.",
      },
    ],
    tags: ["reference"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-salary-missing",
    categoryKey: "transfer",
    subject: "Salary not there yet",
    opening: [
      "It's the 30th and my salary isn't there. My colleagues with other banks got theirs this morning. Rent goes out tomorrow!",
      "no salary today, everybody else has it. do you hold incoming transfers back??",
    ],
    turns: [
      {
        by: "rep",
        text: "We don't, I promise. Your employer's file for our bank came in at 11:02 instead of 6:00, so it's in the run at 13:00. If rent should come first, I've made sure it won't bounce.",
      },
      { by: "customer", text: "It's there. Lunch is on you then." },
    ],
    backchannel: {
      teamKey: "payments",
      question: "Where's the 6:00 salary file of this employer?",
      answer: [
        "Came at 11:02, their payroll provider had an outage. 312 of our customers are in it. Hold all debits until 15:00, Leila has the list.",
      ],
    },
    tags: ["incoming"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-business-batch",
    categoryKey: "transfer",
    subject: "Payroll file rejected",
    opening: [
      'Our payroll file with 43 transfers was rejected with "AM05 duplicate". We\'ve only sent it once. Salaries are due tomorrow, this is urgent.',
      "batch upload of salaries fails, code AM05. 43 payments. help",
    ],
    turns: [
      {
        by: "rep",
        text: "The file carries last month's message ID, so it's taken for a repetition. Your accounting program has a setting \"new ID per file\", which was lost with an update. I've released today's file by hand; all 43 go out in the next run.",
      },
    ],
    tags: ["business", "batch"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-closed-account",
    categoryKey: "transfer",
    subject: "Paid to a closed account",
    opening: [
      "I transferred money to my son's savings account which we had closed in autumn. Silly of me. Where is the money?",
      "transfer to an account that no longer exists. {amount}. does it come back by itself?",
    ],
    turns: [
      {
        by: "rep",
        text: 'It does: the other bank has sent it back with "account closed", and you\'ll see it tomorrow morning with your own text. No fee.',
      },
    ],
    tags: ["returned"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-ueberweisung",
    categoryKey: "transfer",
    subject: "Überweisung zurückholen",
    language: "de",
    opening: [
      "Guten Tag, ich habe bei einer Überweisung zwei Ziffern vertauscht. Der Betrag ist weg. Was kann ich tun?",
      "hallo, falsche iban eingegeben, geld ist raus. kann man das zurückholen?",
    ],
    turns: [
      {
        by: "rep",
        text: "Guten Tag! Zum Glück gibt es die eingegebene Kontonummer gar nicht, die Prüfziffer hat Sie gerettet. Der Betrag kommt morgen von selbst zurück. Sie müssen nichts weiter tun.",
      },
      { by: "customer", text: "Puh. Danke für die schnelle Antwort!" },
    ],
    tags: ["recall", "german"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-abroad-document",
    categoryKey: "transfer",
    subject: "Bank asks what a transfer is for",
    opening: [
      "You've put my transfer to my parents in Tbilisi on hold and ask for \"documents\". It's a new roof. What documents does a roof have?",
      "why is my transfer to georgia on hold, its my own money",
    ],
    turns: [
      {
        by: "rep",
        text: "I understand it feels odd. For amounts over 5,000 to some countries the law asks us to know the purpose. A quote or an invoice of the roofer is fine, a photo will do, in any language.",
      },
      { by: "customer", text: "I'll ask my mother to photograph it. She's not the fastest with that." },
      { by: "rep", text: "No hurry: your order stays valid for ten days, and I'll release it the same day." },
    ],
    backchannel: {
      teamKey: "fraud",
      question: "Transfer to Tbilisi, parents, roof, 6,200. On hold by rule 14. What would satisfy you?",
      answer: [
        "Any invoice with an address that matches the beneficiary. Customer's pattern is fine, small amounts every quarter since 2019. Do not tell him about the rule number.",
      ],
    },
    tags: ["compliance"],
    endState: "pending",
  },
  {
    key: "bank-own-pot",
    categoryKey: "transfer",
    subject: "Move money between own accounts",
    opening: [
      "Transfer between my own savings and current account takes until tomorrow? Seriously, it's the same bank.",
      "why isnt my transfer from savings to giro instant. same bank!!",
    ],
    turns: [
      {
        by: "rep",
        text: "It is instant between 6:00 and 22:00; at night our savings system sleeps while it counts interest. Yours from 23:14 arrived at 6:00.",
      },
    ],
    tags: ["own accounts"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-receipt-pdf",
    categoryKey: "transfer",
    subject: "Proof of payment for the landlord",
    opening: [
      "My new landlord wants proof that the deposit was transferred. A screenshot isn't enough for him. What can you give me?",
      "need an official confirmation that i sent money for the deposit ({largeAmount})",
    ],
    turns: [
      {
        by: "rep",
        text: "A stamped confirmation of execution: it's in your mailbox as a PDF with our seal and a number that he can check on our website.",
      },
    ],
    tags: ["receipt"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-confusing-fee",
    categoryKey: "transfer",
    subject: "Fee on a euro transfer",
    opening: [
      "Since when does a transfer inside Europe cost 5 euro? I sent money to Zurich like every month.",
      "5 euro fee for my monthly transfer to switzerland, never had that",
    ],
    turns: [
      {
        by: "rep",
        text: 'Switzerland is in SEPA but only in euro; this time "CHF" was chosen as the currency, which makes it a foreign payment. I\'ve refunded the 5 euro and set the template back to euro.',
      },
    ],
    tags: ["fees"],
    endState: "closed",
    rating: { score: 3 },
  },
];
