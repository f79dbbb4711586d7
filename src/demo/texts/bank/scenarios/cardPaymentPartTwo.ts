import type { Scenario } from "../../scenario";

export const cardPaymentPartTwo: readonly Scenario[] = [
  {
    key: "bank-gambling-block",
    categoryKey: "card_payment",
    subject: "Block gambling payments",
    opening: [
      "Is it possible to block card payments to betting sites? I don't want to explain, I just want it to be impossible.",
      "I would like my card to be declined at all online casinos and betting shops from now on, and I'd like it to be hard to undo.",
    ],
    turns: [
      {
        by: "rep",
        text: "It's set now: every gambling payment will be refused, online and in shops. To switch it off again takes a call and a wait of 72 hours. And if you'd like to talk to someone outside the bank, there's a free and anonymous helpline; I can send you the number.",
      },
      { by: "customer", text: "Please do." },
      {
        by: "rep",
        text: "It's in your secure mailbox, together with a page about budget accounts. All the best to you.",
      },
    ],
    tags: ["spending control"],
    endState: "closed",
    rating: { score: 5, comment: "Thank you for not asking why." },
  },
  {
    key: "bank-subscription-trial",
    categoryKey: "card_payment",
    subject: "Free trial turned into charges",
    opening: [
      "Signed up for a free trial of a fitness programme, now they took {amount} from my card three months in a row. They don't answer. I want a chargeback.",
      'a "free" trial keeps charging my card. cancelled it by mail, they ignore me. stop them',
    ],
    turns: [
      {
        by: "rep",
        text: "I've stopped that merchant, so a fourth charge will be refused. For the three earlier ones I need your cancellation: the e-mail that you sent or a screenshot, with its date. Could you attach it here?",
      },
    ],
    tags: ["subscription", "dispute"],
    endState: "need_info",
  },
  {
    key: "bank-foreign-fee",
    categoryKey: "card_payment",
    subject: "Surprise fee on card payment",
    opening: [
      'There\'s a "foreign fee" of 2.34 on something that I bought in euros from a website that looks German. Please refund, I was misled.',
      "Why was I charged a currency fee on a card payment?? The price was in euro, the shop has a .de address.",
    ],
    turns: [
      {
        by: "rep",
        text: "The shop's bank sits in the UK and charged you in pounds; the euro figure was only shown for display. That's poor of them, not of you. I've refunded the 2.34 this once.",
      },
    ],
    tags: ["fees"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "bank-terminal-timeout",
    categoryKey: "card_payment",
    subject: "Paid but terminal said no",
    opening: [
      "The garage's terminal printed \"payment failed\" but the {amount} is gone from my account and now they want me to pay again. I'm standing here. What do I do?",
      "terminal said error, you booked {amount}. garage won't give me the car back",
    ],
    turns: [
      {
        by: "rep",
        text: "Please don't pay twice. On our side it never became a booking, it's a reservation that will fall away by tonight. So the garage is right that they have no money yet. I've released it now, so you can pay again with the same card.",
      },
      { by: "customer", text: "Ok it went through. Phew." },
    ],
    tags: ["card payment"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-apple-watch",
    categoryKey: "card_payment",
    subject: "Pay with a watch",
    opening: [
      'Can I pay contactless with my watch? I\'ve added the card to the phone, but the watch says "contact your bank". So, contact.',
      'contactless with smart watch - not working, card "could not be added". pls advise',
    ],
    turns: [
      {
        by: "rep",
        text: "Hello! The watch counts as a device of its own and you had reached the maximum of five. Two of them were phones that haven't been used since last year; I've removed those. Try adding it again now.",
      },
      { by: "customer", text: "Added. Paid for a coffee with my wrist like it's the future." },
    ],
    tags: ["phone wallet"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-carte-refusee",
    categoryKey: "card_payment",
    subject: "Carte refusée en voyage",
    language: "fr",
    opening: [
      "Bonjour, ma carte a été refusée deux fois aujourd'hui à Lyon alors que j'ai de l'argent sur le compte. Que se passe-t-il ?",
      "Bonjour. Paiement refusé au restaurant hier soir, très gênant devant mes beaux-parents. Pouvez-vous vérifier ?",
    ],
    turns: [
      {
        by: "rep",
        text: "Bonjour ! Votre limite hebdomadaire de 1 500 € était atteinte à cause de la réservation de l'hôtel. Je l'ai portée à 3 000 € jusqu'à dimanche : vous pouvez payer tout de suite.",
      },
      { by: "customer", text: "Merci beaucoup, ça marche." },
    ],
    tags: ["declined", "french"],
    endState: "closed",
    rating: { score: 5 },
  },
];
