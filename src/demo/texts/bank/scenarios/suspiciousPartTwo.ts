import type { Scenario } from "../../scenario";

export const suspiciousPartTwo: readonly Scenario[] = [
  {
    key: "bank-account-bought",
    categoryKey: "suspicious",
    subject: "Somebody opened an account in my name",
    opening: [
      "A debt collector writes about an account with you that I never opened. Somebody used my identity. What now?",
      "letter about an account in my name, i never had one with you!! identity fraud",
    ],
    turns: [
      {
        by: "rep",
        text: "I take this very seriously. The account has been closed to payments, and we've told the collector that the claim is disputed. Could you send the police report number when you have it? You'll not have to pay anything in the meantime.",
      },
      { by: "customer", text: "The appointment at the police is tomorrow." },
      {
        by: "rep",
        text: "Good. I'm putting a warning on your name, so that no bank in the group opens anything without calling you.",
      },
    ],
    backchannel: {
      teamKey: "fraud",
      question: "Stolen identity, account opened by video in August. Who did the ident?",
      answer: [
        "External agent, ID 5512. Third one from the same agent; contract is being ended on Monday, strictly internal. Pull the recording before they delete it.",
      ],
    },
    tags: ["identity"],
    endState: "pending",
  },
  {
    key: "bank-invest",
    categoryKey: "suspicious",
    subject: "Trading platform doesn't pay out",
    opening: [
      'I invested {largeAmount} on a trading platform and now they want 20 % "tax" before they pay out. It looks like fraud, isn\'t it?',
      "crypto platform wants more money to release my money. is it suspicious",
    ],
    turns: [
      {
        by: "rep",
        text: "Yes, I'm afraid it is: real platforms take fees from the balance and never ask for money first. Please pay nothing more. I've sent recalls for your two payments, but I have to be honest: the chance is small after six weeks. A police report helps, also for your taxes.",
      },
    ],
    tags: ["investment scam"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "bank-sim-swap",
    categoryKey: "suspicious",
    subject: "Phone suddenly without network",
    opening: [
      "My phone has had no network since noon, and now I get mails from you that my device was changed. That wasn't me!",
      'no signal + mail "new device added". not me!!! lock everything',
    ],
    turns: [
      {
        by: "rep",
        text: 'Everything is locked: app, online banking, cards. Nothing was paid. Someone had your phone number moved to another SIM card. Call your phone company from another telephone, say "SIM swap", and let me know when your number is back.',
      },
      { by: "customer", text: "They say tomorrow morning." },
      { by: "rep", text: "Then tomorrow we'll set everything up anew, together. Sleep well, it's all shut." },
    ],
    backchannel: {
      teamKey: "fraud",
      question:
        "SIM swap in progress, new device enrolled 12:44. Locked on all channels. Check other customers with the same provider shop?",
      answer: [
        "Doing so. Two more hits, same shop in Wandsbek. Telco contact informed through the back line, don't quote it.",
      ],
    },
    tags: ["sim swap"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-qr-parking",
    categoryKey: "suspicious",
    subject: "QR code on a parking machine",
    opening: [
      "I paid for parking with a QR code on the machine and now there's a suspicious charge of 49.90 per month. The sticker was fake, I think.",
      "fake qr code at parking meter!! monthly charge 49.90 now",
    ],
    turns: [
      {
        by: "rep",
        text: "That trick is spreading, sadly. I've cancelled the recurring charge and the first 49.90 is being returned. As you entered the card's number, a new card is on its way as well. If you can, tell the city about the machine.",
      },
    ],
    tags: ["quishing"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-sms-code-unasked",
    categoryKey: "suspicious",
    subject: "Got a code that I didn't ask for",
    opening: [
      "I keep receiving text messages with your confirmation code, though I'm not doing anything. Is someone trying to get in?",
      "random codes from you at 3 am. suspicious or bug?",
    ],
    turns: [
      {
        by: "rep",
        text: "Someone knows your user number and is guessing the password, without success. The code protected you. I've given you a new user number, so the messages will stop; you'll find it in your mailbox.",
      },
    ],
    tags: ["code"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-betrugsanruf",
    categoryKey: "suspicious",
    subject: "Falscher Bankmitarbeiter am Telefon",
    language: "de",
    opening: [
      "Guten Tag, gerade rief jemand an, angeblich von Ihnen, und wollte eine TAN. Ich habe aufgelegt. War das richtig?",
      "hallo, anruf von ihrer nummer, der wollte dass ich in der app was freigebe. hab ich nicht gemacht. betrug?",
    ],
    turns: [
      {
        by: "rep",
        text: "Guten Tag! Auflegen war genau richtig. Wir fragen am Telefon nie nach Freigaben. Es ist nichts passiert, Ihr Zugang ist sauber. Auf Wunsch sperre ich Freigaben am Telefon generell.",
      },
      { by: "customer", text: "Ja, bitte machen Sie das." },
    ],
    tags: ["phone scam", "german"],
    endState: "closed",
    rating: { score: 5 },
  },
];
