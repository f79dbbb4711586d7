import type { Scenario } from "../../scenario";

export const accountDetailsPartTwo: readonly Scenario[] = [
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
    backchannel: {
      teamKey: "access",
      question: "Death reported, account ending {accountEnding}. Anything running that could hurt the family?",
      answer: [
        "A loan with 2,100 left has life cover, so it ends with the certificate. Let them find out from Petra by phone, not by letter.",
      ],
    },
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
