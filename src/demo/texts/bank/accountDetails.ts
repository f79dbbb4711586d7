import type { Scenario } from "../scenario";

export const accountDetails: readonly Scenario[] = [
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
  {
    key: "bank-phone-number",
    categoryKey: "account_details",
    subject: "Change phone number",
    opening: [
      "I have a new phone number. When I change it in the app it wants to send a code to the old number, which doesn't exist any more.",
      "how to update my phone number if the old one is dead",
    ],
    turns: [
      {
        by: "rep",
        text: 'Choose "No access to old number" below the code field; then your ID in front of the camera is enough. I can see that the old one is ending in 31, is that the dead one?',
      },
      { by: "customer", text: "Yes. Worked, thanks." },
    ],
    tags: ["phone number"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-paper-post",
    categoryKey: "account_details",
    subject: "Stop paper post",
    opening: [
      "Please stop sending me statements on paper. I've switched it off three times and they keep coming, with a note about saving trees.",
      "paper statement AGAIN. i want it digital",
    ],
    turns: [
      {
        by: "rep",
        text: "Three times too many. The switch only covered the current account, while the letters are about your securities account. It's off for both now, and the trees say thank you.",
      },
    ],
    tags: ["paperless"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-data-copy",
    categoryKey: "account_details",
    subject: "Copy of all my personal data",
    opening: [
      "Under the data protection law I'd like a copy of all data that you hold about me, including notes and scores.",
      "GDPR request, art. 15. all personal data please. you have a month",
    ],
    turns: [
      {
        by: "rep",
        text: "Received today, and you'll have it well before the month is over: as an encrypted file in your mailbox, with a page that explains each part. Should the notes of earlier chats be included? They're about 40 pages.",
      },
      { by: "customer", text: "Especially those." },
    ],
    backchannel: {
      teamKey: "complaints",
      question: "Art. 15 request including chat notes. Who checks the notes for third-party names?",
      answer: [
        "Privacy office does, two people on it this week. Remind her that the internal risk class is given as a range. Deadline is in the calendar.",
      ],
    },
    tags: ["privacy"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-bereavement",
    categoryKey: "account_details",
    subject: "Father has passed away",
    opening: [
      "My father died last week. He had an account with you, ending {accountEnding}. I don't know what comes first. There are bills, and his rent.",
      "Good morning. I have to report the death of my husband, who was your customer for 44 years. Please tell me what documents are needed.",
    ],
    turns: [
      {
        by: "rep",
        text: "I'm very sorry for your loss. First of all, nothing is urgent: rent, electricity and the funeral can be paid from the account right away, just send us the bills. As documents we need the death certificate now, and the certificate of inheritance whenever it comes. You'll have one person for everything, who'll call you when it suits you.",
      },
      { by: "customer", text: "Afternoons are better. Thank you." },
      { by: "rep", text: "She'll call tomorrow after 15:00, from a number ending in 00." },
    ],
    tags: ["bereavement"],
    endState: "closed",
    rating: { score: 5, comment: "Thank you for your gentle words." },
  },
  {
    key: "bank-tax-id",
    categoryKey: "account_details",
    subject: "Letter asks for tax number",
    opening: [
      "You ask for my tax identification number under threat of reporting me. I gave it to you in 2021!",
      "letter: missing tax id. i'm sure you have it. personal data chaos?",
    ],
    turns: [
      {
        by: "rep",
        text: "We have it, with two digits swapped, which the tax office noticed before we did. I've corrected it with the one from your certificate; you can put the letter away.",
      },
    ],
    tags: ["tax id"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-adresse-changee",
    categoryKey: "account_details",
    subject: "Changement d'adresse",
    language: "fr",
    opening: [
      "Bonjour, j'ai déménagé à Strasbourg. Comment changer mon adresse ? Je garde mon compte chez vous.",
      "bonjour nouvelle adresse depuis samedi, vos lettres vont encore à l'ancienne merci de corriger",
    ],
    turns: [
      {
        by: "rep",
        text: "Bonjour ! C'est noté et confirmé pour votre nouvelle adresse à Strasbourg. Comme vous vivez maintenant en France, il nous faudra aussi votre numéro fiscal français d'ici trois mois ; vous pourrez le saisir dans l'application.",
      },
      { by: "customer", text: "Parfait, merci." },
    ],
    tags: ["address", "french"],
    endState: "closed",
    rating: { score: 5 },
  },
];
