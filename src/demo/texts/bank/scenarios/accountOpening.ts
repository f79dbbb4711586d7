import type { Scenario } from "../../scenario";

export const accountOpening: readonly Scenario[] = [
  {
    key: "bank-joint-open",
    categoryKey: "account_opening",
    subject: "Open a joint account",
    opening: [
      "We've moved in together and would like to open a joint account for rent and food. We're both customers. Do we both have to come in?",
      "how do we get a joint account? both already with you",
    ],
    turns: [
      {
        by: "rep",
        text: 'No need to come in: one of you starts it in the app ("New account", "Together"), the other gets a request and confirms. Two cards are included. It takes about as long as choosing a film together.',
      },
      { by: "customer", text: "So, three hours." },
    ],
    tags: ["joint account"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-student",
    categoryKey: "account_opening",
    subject: "Student account",
    opening: [
      "Hi! I'm starting university in Rostock in spring. Do you have a student account and what do I need to open an account as a non-EU citizen?",
      "want to open a student account, i'm from Georgia, have a visa and a room",
    ],
    turns: [
      {
        by: "rep",
        text: "Welcome to Rostock! You need your passport with the visa, the certificate of enrolment and your registered address. It's free until you are 28. Video identification works with Georgian passports, between 8 and 20.",
      },
    ],
    tags: ["student"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-close-account",
    categoryKey: "account_opening",
    subject: "Close my account",
    opening: [
      "Please close my account ending {accountEnding}. I've nothing against you, another bank just pays more.",
      "how do i close my account, moved to another bank",
    ],
    turns: [
      {
        by: "rep",
        text: "I'm sorry to see you go, and I'll make it easy: one form in the app, \"Close account\", where you give the IBAN for the rest of the money. Two direct debits are still linked, your phone and a magazine; would you like us to tell them your new IBAN?",
      },
      { by: "customer", text: "That'd be great, yes." },
      {
        by: "rep",
        text: "Both are told. The account closes on {nextDate}; your statements stay available for download for a year.",
      },
    ],
    tags: ["closing"],
    endState: "closed",
    rating: { score: 3, comment: "Smooth exit, I'll give you that." },
  },
  {
    key: "bank-switch-service",
    categoryKey: "account_opening",
    subject: "Switch service, debits missing",
    opening: [
      "I used your switch service to bring everything from my old bank, but the phone company never got the message. They want a late fee.",
      "account switch: half of my debits didn't move. how can i check?",
    ],
    turns: [
      {
        by: "rep",
        text: "You'll find the list under \"My switch\": 14 partners told, 12 confirmed. The two open ones are the phone company and the library. Could you send me the phone company's letter, so I can take the late fee up with them?",
      },
    ],
    tags: ["account switch"],
    endState: "need_info",
  },
  {
    key: "bank-child-account",
    categoryKey: "account_opening",
    subject: "Savings account for grandchild",
    opening: [
      "I'd like to open an account for my granddaughter's birth and put in 50 euro each month. Does her mother have to agree?",
      "savings account for a newborn - grandparents as payers. what do you need?",
    ],
    turns: [
      {
        by: "rep",
        text: "How lovely! Yes, it belongs to the child, so both parents sign, by app or at a branch. After that anyone can pay in. You need the birth certificate and the child's tax number, which comes by post two to three weeks after birth.",
      },
    ],
    tags: ["child", "savings account"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-video-ident-fail",
    categoryKey: "account_opening",
    subject: "Video identification fails",
    opening: [
      'Tried to open an account, the video agent broke off because of "bad lighting" for the third time. I was sitting in the sun!',
      "video ident failed 3x. can i do it in person?",
    ],
    turns: [
      {
        by: "rep",
        text: "That might have been too much light rather than too little: the hologram on the ID needs soft light. Or do it in person: any post office will do, with the code I've just sent to your e-mail. It's valid for ten days.",
      },
    ],
    tags: ["identification"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-business-account",
    categoryKey: "account_opening",
    subject: "Account for a small association",
    opening: [
      "We're a choir of 34 people who want to found an association. Can we open an account before we're in the register?",
      "account for a new non-profit, not yet registered, possible?",
    ],
    turns: [
      {
        by: "rep",
        text: 'You can, as an "association in formation": minutes of the founding meeting, the statutes, and the IDs of two board members. The fee is zero for non-profits. When are you founding?',
      },
      { by: "customer", text: "On {nextDate}. I'll send you the minutes after." },
      { by: "rep", text: "Wonderful. I'm keeping this open until then." },
    ],
    backchannel: {
      teamKey: "lending",
      question: "Choir in formation wants an account, later maybe a small loan for a piano. Worth telling you now?",
      answer: [
        'Only after a year of statements. Flag it "NP-seed" so I see it in spring. And please don\'t promise anything.',
      ],
    },
    tags: ["association"],
    endState: "pending",
  },
  {
    key: "bank-basic-account",
    categoryKey: "account_opening",
    subject: "Refused elsewhere, basic account",
    opening: [
      "Two banks have refused me because of old debts. My new employer needs an IBAN by the 15th. Do I have a chance to open an account with you?",
      "bad credit history. can i still get an account?",
    ],
    turns: [
      {
        by: "rep",
        text: "You have more than a chance, you have a right: everyone living here gets a basic account, with card and IBAN, without an overdraft. Fill in the form that I've put here for you; it takes two working days.",
      },
      { by: "customer", text: "I'm sitting here crying a bit. Thank you." },
    ],
    tags: ["basic account"],
    endState: "closed",
    rating: { score: 5, comment: "You treated me like a person." },
  },
  {
    key: "bank-dormant",
    categoryKey: "account_opening",
    subject: "Old savings book found",
    opening: [
      "While clearing the attic I found a savings book of yours from 1987, 312 marks. Is it still worth something?",
      "found old savings book in D-Mark, how do i close it and get the money?",
    ],
    turns: [
      {
        by: "rep",
        text: "It is, and it has been growing: with interest it's 341.70 euro. Bring the book and your ID to a branch, and it's paid out on the spot. If the book was your parents', the certificate of inheritance as well.",
      },
    ],
    tags: ["savings book"],
    endState: "closed",
    rating: { score: 4 },
  },
];
