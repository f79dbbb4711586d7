import type { Scenario } from "../../scenario";

export const lostCardPartTwo: readonly Scenario[] = [
  {
    key: "bank-lost-pin-note",
    categoryKey: "lost_card",
    subject: "PIN note was in the wallet",
    opening: [
      "I'll be honest: I lost the wallet and the PIN was written on a piece of paper behind the card. They took {amount} from a machine an hour later. I am 78 and can't remember four digits any more. Will I be refunded?",
      "wallet stolen on sunday. pin was on a note inside, i know, i know. {amount} withdrawn. is the money gone?",
    ],
    turns: [
      {
        by: "rep",
        text: "Thank you for saying it straight away. The card is blocked and nothing more can be taken. A PIN kept with the card normally means that we can't refund, but I have asked our colleagues to look at it as a whole before I answer.",
      },
      { by: "customer", text: "I see. I will wait." },
      {
        by: "rep",
        text: "I have their answer: we will cover half as a gesture of goodwill. And there is a card that works with your fingerprint, no PIN to remember; I've put a leaflet in the post for you.",
      },
    ],
    backchannel: {
      teamKey: "complaints",
      question:
        "Customer, 78, PIN note in wallet, one withdrawal of {amount}. Gross negligence on paper. Any room for goodwill?",
      answer: [
        '31 years with us, no earlier case. Half, booked on cost centre 7710, reason "age-related". Don\'t call it a precedent.',
      ],
    },
    tags: ["lost card", "liability"],
    endState: "closed",
    rating: { score: 2, comment: "I understand the rules, but it hurts." },
  },
  {
    key: "bank-lost-again",
    categoryKey: "lost_card",
    subject: "Third lost card this year",
    opening: [
      "Hi, it's me again. I've lost my card. Third time. I am aware.",
      "So I lost the card again (yes, again). Please block the one ending in {cardEnding} and tell me what the replacement costs this time.",
    ],
    turns: [
      {
        by: "rep",
        text: "It happens. The card ending {cardEnding} is blocked and a new one is on its way. The first two replacements in a year are free; this one is 8 euro. If you pay with the phone, you could leave the new card at home for good.",
      },
    ],
    backchannel: {
      teamKey: "fraud",
      question: "Third lost card in a year, no misuse on any of them. Anything I should see?",
      answer: [
        'Nothing. The system gives him 2 of 10 for "repeat loss", ignore it. He\'s a postman, he bends over a lot.',
      ],
    },
    tags: ["lost card", "fee"],
    endState: "closed",
    rating: { score: 4, comment: "No lecture. Appreciated." },
  },
  {
    key: "bank-taxi",
    categoryKey: "lost_card",
    subject: "Wallet in a taxi, driver found it",
    opening: [
      "I left my wallet in a taxi and asked you to block my card an hour ago. The driver just brought it back!! Can you unblock it?",
      "Blocked my card this morning because my purse was in a cab. It's back, nothing is missing. Can I have the card working again please, new one would be overkill",
    ],
    turns: [
      {
        by: "rep",
        text: "I'm glad there are drivers like that. A block for loss can't be undone, I'm afraid, but your phone wallet already holds the new card, so you can pay right now. The plastic follows on {nextDate}.",
      },
      { by: "customer", text: "Oh I didn't know that. It works, thanks." },
    ],
    tags: ["lost card"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-teen-card",
    categoryKey: "lost_card",
    subject: "Daughter's youth card lost at school",
    opening: [
      "My daughter (13) lost her youth card at school, or somebody took it. There were only 20 euro on it. Do I block it or does she?",
      "Good morning, my son's card is missing since PE class yesterday. He's got a youth account with you. How do we stop it and get him another?",
    ],
    turns: [
      {
        by: "rep",
        text: "Either of you can, and since you are here: done. Youth cards are replaced free of charge. Shall I send it to you rather than to the school trip address that is stored?",
      },
      { by: "customer", text: "To me please, good catch." },
    ],
    tags: ["lost card", "youth account"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-karte-verloren",
    categoryKey: "lost_card",
    subject: "Karte verloren, bitte sperren",
    language: "de",
    opening: [
      "Guten Tag, ich habe heute früh auf dem Wochenmarkt meine Karte verloren. Bitte sperren Sie sie sofort. Kann man sehen, ob jemand damit bezahlt hat?",
      "hallo karte weg!! bitte sperren, war beim einkaufen und jetzt ist sie nicht mehr im geldbeutel",
    ],
    turns: [
      {
        by: "rep",
        text: "Guten Tag! Die Karte ist gesperrt, und seit Ihrem Einkauf um 8:52 Uhr wurde nichts mehr damit bezahlt. Die neue kommt in drei bis vier Werktagen per Post; Ihre PIN bleibt dieselbe.",
      },
      { by: "customer", text: "Vielen Dank, da bin ich beruhigt." },
    ],
    tags: ["lost card", "german"],
    endState: "closed",
    rating: { score: 5, comment: "Sehr freundlich!" },
  },
  {
    key: "bank-business-card",
    categoryKey: "lost_card",
    subject: "Company card missing after trade fair",
    opening: [
      "Our sales colleague's company card is missing after the trade fair in Hanover. Stolen or lost, unclear. As the authorised signatory I request that the card ending {cardEnding} be blocked with immediate effect.",
      "Company card ending {cardEnding} has gone missing in Hanover, colleague swears it was stolen from the coat rack. Please block. I sign for the company.",
    ],
    turns: [
      {
        by: "rep",
        text: "Blocked at your request as authorised signatory. The last payment was the parking garage at the fair, 24.00, yesterday 18:12. A replacement in your colleague's name is ordered; may I send it to the company address?",
      },
      { by: "customer", text: "Yes. And put a limit of 500 per week on that one, please." },
      { by: "rep", text: "Done: 500 per week, shops and fuel only, no cash." },
    ],
    tags: ["stolen card", "business"],
    endState: "closed",
    rating: { score: 4 },
  },
];
