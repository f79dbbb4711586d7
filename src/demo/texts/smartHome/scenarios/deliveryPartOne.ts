import type { Scenario } from "../../scenario";

export const deliveryPartOne: readonly Scenario[] = [
  {
    key: "home-stuck-depot",
    categoryKey: "delivery",
    subject: "Parcel stuck in depot",
    opening: [
      'My parcel has been "in the depot" for four days. Tracking {trackingNumber}. Is it living there now?',
      "where is order {orderNumber}? tracking hasnt moved since {date}",
    ],
    turns: [
      {
        by: "rep",
        text: "Hi {firstName}! The label came off in the depot, so nobody knew whose it was. We've described it to them (small box, two bulbs, a hub) and they found it twenty minutes ago. Delivery tomorrow between 9 and 13.",
      },
      { by: "customer", text: "It came. The label is now glued on with love." },
    ],
    backchannel: {
      teamKey: "warehouse",
      question: "{orderNumber}, label lost at the Coslada depot. Weight and box type?",
      answer: [
        "1.42 kg, box S3, grey tape. If they don't find it by 15:00 send a new one from shelf B12, we have 60 left.",
      ],
    },
    tags: ["parcel", "carrier"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-marked-delivered",
    categoryKey: "delivery",
    subject: "Marked as delivered, nothing here",
    opening: [
      'Tracking says delivered at 11:20 "to the recipient". I am the recipient and I\'ve received nothing.',
      "order {orderNumber} allegedly delivered. it wasnt. i was home all day!!",
    ],
    turns: [
      {
        by: "rep",
        text: "I've asked the driver through the depot: he left it with the flower shop at number 8, and pressed the wrong button. They have it behind the counter until seven.",
      },
      { by: "customer", text: "Picked it up, and bought tulips. Thanks." },
    ],
    backchannel: {
      teamKey: "orders",
      question: "Tracking {trackingNumber} delivered 11:20, customer has nothing. GPS of the scan?",
      answer: ["Scan was 40 m off, in front of the florist. Driver 88 does that on Thursdays. Warned twice."],
    },
    tags: ["delivered", "missing"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-gift-date",
    categoryKey: "delivery",
    subject: "Will it arrive before the birthday",
    opening: [
      "Will order {orderNumber} arrive before {nextDate}? It's a birthday present and I told nobody what it is, so no plan B.",
      "need delivery before {nextDate} birthday!! possible to speed it up?",
    ],
    turns: [
      {
        by: "rep",
        text: "It would've come one day late, so I've changed it to express at our cost. The carrier will write to you in the morning with a two-hour window. There's nothing on the box that gives the present away, I've checked.",
      },
    ],
    backchannel: {
      teamKey: "warehouse",
      question: "Can {orderNumber} go express today?",
      answer: [
        "Yes if it's in my tray by 14:30. Only 3 of the table lamps left, one has a torn box, I'll take the good one.",
      ],
    },
    tags: ["deadline"],
    endState: "closed",
    rating: { score: 5, comment: "Birthday saved!" },
  },
  {
    key: "home-changed-address",
    categoryKey: "delivery",
    subject: "Send to the office instead",
    opening: [
      "Can the courier bring my parcel to my office instead? Nobody's home until six. {trackingNumber}",
      "delivery tomorrow but im at work - can you redirect it?",
    ],
    turns: [
      {
        by: "rep",
        text: "Yes, as long as it's before tonight's sorting. Please give me the office address and a name that reception knows.",
      },
      { by: "customer", text: 'Carrer de Pallars 85, third floor, reception "Studio Nord", my name is on the door.' },
      { by: "rep", text: "Redirected. Tomorrow before noon, third floor, Studio Nord." },
    ],
    tags: ["address"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-customs-swiss",
    categoryKey: "delivery",
    subject: "Customs fee for Switzerland",
    opening: [
      'The courier wants 31 francs customs for my order before delivery. Your shop said "all included".',
      "delivery to zurich: customs charges?? you promised no surprises",
    ],
    turns: [
      {
        by: "rep",
        text: "We did, and we pay it. The form for our prepaid customs was missing on this shipment. Please pay the driver and send me a photo of the receipt, or refuse it today and he'll come back tomorrow without asking for money.",
      },
      { by: "customer", text: "I'll refuse it then, with a smile." },
      { by: "rep", text: "I've told the depot. Tomorrow, nothing to pay." },
    ],
    tags: ["customs"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "home-two-parcels",
    categoryKey: "delivery",
    subject: "Only one of two parcels came",
    opening: [
      "I ordered a thermostat and four radiator valves. Only the thermostat was delivered. Are the valves coming?",
      "half of my order {orderNumber} is here, other half is where?",
    ],
    turns: [
      {
        by: "rep",
        text: "They travel separately since the valves come from our second warehouse. Parcel two is {trackingNumber}, it's in the van right now, two streets away from the look of it.",
      },
      { by: "customer", text: "Doorbell just rang while I was reading this." },
    ],
    tags: ["partial"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-courier-rude",
    categoryKey: "delivery",
    subject: "Courier threw the parcel",
    opening: [
      "Your courier threw the parcel over the fence. I've got it on camera. On your camera, in fact.",
      "delivery driver tossed my box over the gate, video attached",
    ],
    turns: [
      {
        by: "rep",
        text: "That's quite a product test. I've passed the video on to the carrier, who'll speak with him. Please plug everything in this week and tell me about anything that rattles; we'll replace it without a return.",
      },
    ],
    backchannel: {
      teamKey: "warehouse",
      question: "Driver thrown parcel over fence, video exists. Do we claim against the carrier?",
      answer: [
        "Yes, claim form C-4, they pay 40 flat. It's route 17 again. Put it on the list for the contract talks, we're leaving them in Q2 and they don't know.",
      ],
    },
    tags: ["carrier complaint"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-preorder",
    categoryKey: "delivery",
    subject: "Pre-order keeps moving",
    opening: [
      'I pre-ordered the new doorbell in August. "Delivery in October", "in November", now "soon". When, honestly?',
      "when will the doorbell pre order be delivered? third delay",
    ],
    turns: [
      {
        by: "rep",
        text: "Honestly: the first container arrives in the week of {nextDate}, and you're number 212 of 1,400, so you're in the first one. If you've had enough, I can refund you today; if you wait, the chime is on us.",
      },
      { by: "customer", text: "I'll wait for the chime." },
      { by: "rep", text: "Then I'll write to you here on the day it's packed." },
    ],
    backchannel: {
      teamKey: "warehouse",
      question: "Doorbell pre-orders: is the first container safe to promise?",
      answer: [
        "600 units, customs cleared tomorrow if the CE papers come. There's a 20 % chance of another week. Firmware isn't signed yet, that's between us.",
      ],
    },
    tags: ["pre-order"],
    endState: "pending",
  },
];
