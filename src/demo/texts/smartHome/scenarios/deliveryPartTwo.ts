import type { Scenario } from "../../scenario";

export const deliveryPartTwo: readonly Scenario[] = [
  {
    key: "home-locker",
    categoryKey: "delivery",
    subject: "Locker code not received",
    opening: [
      "The parcel locker wants a code that I never received. Standing in front of it with a pram, in the rain.",
      "no pickup code for the parcel locker. tracking {trackingNumber}",
    ],
    turns: [
      {
        by: "rep",
        text: "Sorry about the rain! The code went to a phone number with a missing digit. Yours is 774 019. Door 23, bottom row.",
      },
      { by: "customer", text: "Got it. You deserve a towel." },
    ],
    tags: ["locker"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-islands",
    categoryKey: "delivery",
    subject: "Delivery to the Canary Islands",
    opening: [
      "Do you deliver to La Palma, and how long does it take? The checkout says yes, the FAQ says no.",
      "delivery canary islands: possible? extra costs?",
    ],
    turns: [
      {
        by: "rep",
        text: "The checkout is right, and the FAQ will be by tonight. It takes six to nine days by ship, at 9.90. Batteries can't fly there, so locks and sensors need the longer time.",
      },
    ],
    tags: ["islands"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-neighbour",
    categoryKey: "delivery",
    subject: "Which neighbour has it",
    opening: [
      '"Delivered to a neighbour." Thank you. I have sixty of them.',
      "parcel left with neighbour, which one?? card unreadable",
    ],
    turns: [
      {
        by: "rep",
        text: "The driver's note says \"Pérez, 4 B\". If that's one of five Pérez, mine is the one who signed with a drawing of a cat.",
      },
      { by: "customer", text: "Haha, I know exactly who that is." },
    ],
    tags: ["neighbour"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-express-late",
    categoryKey: "delivery",
    subject: "Paid for express, came late",
    opening: [
      "I paid 12.90 for express delivery and the parcel came after three days. I'd like that money back.",
      "express isnt express. {orderNumber} ordered mon, delivered thu",
    ],
    turns: [
      {
        by: "rep",
        text: "You're right. The 12.90 is on its way back to your card. It left our house the same evening; the carrier's lorry stood still at the border, and that's our risk, not yours.",
      },
    ],
    tags: ["express", "refund"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-no-mail",
    categoryKey: "delivery",
    subject: "No shipping mail after a week",
    opening: [
      "It's been a week and there is no shipping e-mail. Does order {orderNumber} exist?",
      "ordered on {date}, no tracking, no mail. where is it",
    ],
    turns: [
      {
        by: "rep",
        text: "It exists, and was waiting for one bulb, the filament one in E14. I've sent the rest just now, and the bulb follows free of charge as soon as it's in. Tracking: {trackingNumber}.",
      },
    ],
    tags: ["confirmation"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-holiday-hold",
    categoryKey: "delivery",
    subject: "Hold the parcel during holidays",
    opening: [
      "I'm away from tomorrow for ten days. Can you hold the parcel so it doesn't sit on the porch? {orderNumber}",
      "please dont deliver until {nextDate}, we're on holiday",
    ],
    turns: [
      {
        by: "rep",
        text: "It hasn't left yet, so that's easy: it'll be packed on the day before you're back. Have a good trip.",
      },
    ],
    tags: ["hold"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-pedido-retrasado",
    categoryKey: "delivery",
    subject: "Pedido que no llega",
    language: "es",
    opening: [
      "Hola, mi pedido debía llegar el lunes y sigue sin aparecer. ¿Me podéis decir dónde está?",
      'buenas, el seguimiento pone "incidencia" y ya. q significa?? lo necesito para el finde',
    ],
    turns: [
      {
        by: "rep",
        text: 'Hola. "Incidencia" quiere decir que el repartidor no encontró el portal: faltaba la escalera. La he añadido y te lo llevan mañana por la mañana, antes de las 13 h.',
      },
      { by: "customer", text: "Llegó a las 10. ¡Mil gracias!" },
    ],
    tags: ["spanish"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-wrong-size-van",
    categoryKey: "delivery",
    subject: "Ladder order too large",
    opening: [
      "The carrier says my parcel with the garden lights is too long for the van, and it's going back. Now what?",
      '"shipment returned to sender - oversize". order {orderNumber}. why did you choose that box?',
    ],
    turns: [
      {
        by: "rep",
        text: "A poor choice of box, I agree. We can send the six poles in two shorter parcels, tomorrow. Could you confirm the street number? The label says 7, and your account 71.",
      },
    ],
    tags: ["carrier"],
    endState: "need_info",
  },
];
