import type { Scenario } from "../../scenario";

export const orderChangePartTwo: readonly Scenario[] = [
  {
    key: "home-company-name",
    categoryKey: "order_change",
    subject: "Needs company details on the order",
    opening: [
      "Please change my order to a company order; I need our VAT number on it. I clicked through too fast.",
      "order was placed as private, must be on company. how to change",
    ],
    turns: [
      {
        by: "rep",
        text: "That's possible until it's shipped tomorrow at noon. Please send me the company's name, its address and VAT number in one message, and I'll rewrite it.",
      },
    ],
    tags: ["business"],
    endState: "need_info",
  },
  {
    key: "home-voucher-forgot",
    categoryKey: "order_change",
    subject: "Forgot the voucher",
    opening: [
      "I forgot to enter my voucher WELCOME10. Can you change the order, or do I have to cancel it and start again?",
      "cancel and reorder bc forgot voucher? or can you just add it",
    ],
    turns: [
      {
        by: "rep",
        text: "No need to start again: I've applied it afterwards, {amount} less the ten percent; the difference goes back to your card today.",
      },
    ],
    tags: ["voucher"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-change-delivery-day",
    categoryKey: "order_change",
    subject: "Change to a Saturday",
    opening: [
      "Can I change delivery of {orderNumber} to Saturday? During the week there's only the dog.",
      "change delivery day to sat please, nobody home mon-fri",
    ],
    turns: [
      {
        by: "rep",
        text: "Saturday is possible in your area, between 9 and 14. It's booked, at no charge. Greetings to the dog.",
      },
    ],
    tags: ["date change"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-cancel-one-item",
    categoryKey: "order_change",
    subject: "Cancel one item of three",
    opening: [
      "Please take the second motion sensor out of my order, I only have one hallway.",
      "can you cancel 1 of the 2 sensors in {orderNumber}. keep the rest",
    ],
    turns: [
      {
        by: "rep",
        text: "Taken out and refunded. The remaining order stays above the limit for free postage, so nothing else changes.",
      },
    ],
    tags: ["cancel"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-bestellung-aendern",
    categoryKey: "order_change",
    subject: "Bestellung ändern",
    language: "de",
    opening: [
      "Hallo, ich habe aus Versehen drei statt vier Thermostate bestellt. Kann man das noch ändern?",
      "guten tag, bitte bei meiner bestellung von eben noch ein thermostat dazu, danke",
    ],
    turns: [
      {
        by: "rep",
        text: "Hallo! Ist geändert, vier Stück in einem Paket. Den Zahlungslink für das vierte habe ich Ihnen gerade geschickt. Versand heute Abend.",
      },
      { by: "customer", text: "Bezahlt, super Service." },
    ],
    tags: ["change", "german"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-order-hacked",
    categoryKey: "order_change",
    subject: "Order that I didn't place",
    opening: [
      "I've received a confirmation for an order that I didn't place: nine cameras, to an address in Málaga. Cancel it!",
      "someone ordered with my account, {orderNumber}, please CANCEL now",
    ],
    turns: [
      {
        by: "rep",
        text: "Cancelled before it left. I've also logged out every device from your account; please choose a new password with the link that I've sent. The payment was by voucher, so nothing was taken from you, and we're still looking into where it came from.",
      },
      { by: "customer", text: "Password's changed. Please tell me what you find." },
      { by: "rep", text: "I will, here in this chat, by the end of the week at the latest." },
    ],
    backchannel: {
      teamKey: "billing",
      question: "Nine cameras on a hijacked account, paid with gift vouchers. Where were they bought?",
      answer: [
        "Same batch 77-K as last week, stolen cards. Block the batch, 31 vouchers left. Police file exists in Málaga, say nothing on that until the officer calls.",
      ],
    },
    tags: ["unauthorised"],
    endState: "pending",
  },
];
