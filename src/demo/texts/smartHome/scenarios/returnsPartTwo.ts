import type { Scenario } from "../../scenario";

export const returnsPartTwo: readonly Scenario[] = [
  {
    key: "home-bulky",
    categoryKey: "returns",
    subject: "Collect a big box",
    opening: [
      "I want to return twelve lamps, in two huge boxes, and I've no car. Can you collect them?",
      "pickup for return possible? too heavy for the bus",
    ],
    turns: [
      {
        by: "rep",
        text: "Of course. Collection on {nextDate}, between 9 and 12, at your door. The driver brings the labels.",
      },
    ],
    tags: ["collection"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-partial-refund",
    categoryKey: "returns",
    subject: "Refund is too low",
    opening: [
      "I returned everything and the refund is 15 euro short. Is there a hidden fee?",
      "refund amount wrong, minus 15€. why",
    ],
    turns: [
      {
        by: "rep",
        text: "No fee: you'd paid 15 with a voucher, and that part came back as a new voucher, which hid in your spam folder, I guess. Code sent once more. If you'd rather have it as money, say so.",
      },
      { by: "customer", text: "Voucher's fine, mystery solved." },
    ],
    tags: ["refund", "amount"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-wrong-return",
    categoryKey: "returns",
    subject: "Sent back the wrong thing",
    opening: [
      "I'm embarrassed: I've put my own old camera into the return box instead of yours. It has my holiday on its card!",
      "returned wrong camera by accident!!! can i get it back",
    ],
    turns: [
      {
        by: "rep",
        text: "These things happen weekly. I've told the warehouse to hold your box back unopened; it comes home to you the day it arrives. Then please send ours.",
      },
    ],
    backchannel: {
      teamKey: "warehouse",
      question: "Hold incoming return {trackingNumber}, private camera inside. Do not wipe.",
      answer: [
        "Flagged red. Luis says it came in this morning, he put it in the cage. Good that you wrote, wiping starts at 14:00.",
      ],
    },
    tags: ["mix-up"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-exchange-broken-plug",
    categoryKey: "returns",
    subject: "Wrong plug for the UK",
    opening: [
      "The smart plugs that I ordered are for continental sockets; I live in Belfast. Can I exchange them?",
      "exchange EU plugs for UK plugs",
    ],
    turns: [
      {
        by: "rep",
        text: "Sure: four UK ones leave tomorrow. The same courier takes the others along, you only need to hand him the box.",
      },
    ],
    tags: ["exchange"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-remorse",
    categoryKey: "returns",
    subject: "Husband says no",
    opening: [
      "I bought five cameras at midnight. In daylight we agree that we need one. May I return four?",
      "return 4 of 5 cameras, unopened. midnight shopping",
    ],
    turns: [
      {
        by: "rep",
        text: "Four go back, one stays: label's in your mail. Midnight is our best-selling hour, so you're in good company.",
      },
    ],
    tags: ["withdrawal"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-resealed",
    categoryKey: "returns",
    subject: "Received a used item as new",
    opening: [
      'The "new" thermostat has somebody\'s room names in it: "Oma", "Hobbykeller". You\'ve sold me a return!',
      "got used device, someone else's data is on it. want my money back",
    ],
    turns: [
      {
        by: "rep",
        text: "You're right to be annoyed. That device should never have been packed as new. Full refund or a new one with 20 % off, as you choose; and please don't mention the room names to anybody, we'll tell its former owner.",
      },
      { by: "customer", text: "New one with 20 % off." },
      { by: "rep", text: "Leaves tonight, sealed." },
    ],
    backchannel: {
      teamKey: "warehouse",
      question: "Return sold as new, not wiped, serial {serialNumber}. How?",
      answer: [
        "Temp on grading skipped the wipe, 12 units affected. List is with Anders, data protection report must go out within 72 h. No word to customers until he says so.",
      ],
    },
    tags: ["used"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "home-devolucion",
    categoryKey: "returns",
    subject: "Devolver un termostato",
    language: "es",
    opening: [
      "Hola, quiero devolver un termostato porque no es compatible con mi caldera. ¿Cómo lo hago?",
      "buenas tardes, devolución del pedido de la semana pasada, no lo he abierto",
    ],
    turns: [
      {
        by: "rep",
        text: "Hola. Tienes la etiqueta en el correo; puedes dejarlo en cualquier punto de recogida. El reembolso llega dos días después de recibirlo nosotros.",
      },
      { by: "customer", text: "Entregado hoy. ¡Gracias!" },
    ],
    tags: ["spanish", "return"],
    endState: "closed",
    rating: { score: 5 },
  },
];
