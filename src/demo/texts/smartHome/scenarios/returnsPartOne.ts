import type { Scenario } from "../../scenario";

export const returnsPartOne: readonly Scenario[] = [
  {
    key: "home-return-how",
    categoryKey: "returns",
    subject: "How do I return a hub",
    opening: [
      "I'd like to return the hub, it turned out that we don't need it. How does it work, and who pays postage?",
      "return hub, unused, order {orderNumber}. label?",
    ],
    turns: [
      {
        by: "rep",
        text: "The label is in your mail; postage is ours. Drop it at any parcel shop within 14 days. The money's back two days after it arrives.",
      },
    ],
    tags: ["return label"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-refund-when",
    categoryKey: "returns",
    subject: "Refund still not here",
    opening: [
      "I sent back two cameras on {date} and haven't seen the refund. The tracking says you've had them for eight days!",
      "where is my refund??? return arrived last week",
    ],
    turns: [
      {
        by: "rep",
        text: "It was put on a shelf because the return slip wasn't inside. I've matched it by its weight and the serial numbers. {amount} went out to your card just now; two bank days.",
      },
      { by: "customer", text: "Refund's arrived. Thank you." },
    ],
    backchannel: {
      teamKey: "warehouse",
      question: 'Return without slip, two cameras, should be on the "unknown" shelf. Serial {serialNumber} among them?',
      answer: [
        "Yes, box 14, both fine, one opened. We've 80 boxes on that shelf, two people are off sick. Grade A, sell as new.",
      ],
    },
    tags: ["refund"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-opened",
    categoryKey: "returns",
    subject: "Return an opened bulb",
    opening: [
      "Can I return bulbs that I've opened and tried? They're simply too cold for me, in the literal sense.",
      "opened package = no return? bulbs too blueish",
    ],
    turns: [
      {
        by: "rep",
        text: "Opened and tried is fine for 30 days. Before you pack: in the app you can make them much warmer, at 2,200 K, like candlelight. If that's not enough, here's the return label.",
      },
      { by: "customer", text: "2,200 is lovely! They stay." },
    ],
    backchannel: {
      teamKey: "warehouse",
      question: "Opened bulbs coming back, used for a day. Resell?",
      answer: ["Grade B, staff sale. The return costs us 4.10, so talking them round is worth a voucher of 3."],
    },
    tags: ["opened"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-exchange-size",
    categoryKey: "returns",
    subject: "Exchange valve for another model",
    opening: [
      "The radiator valves don't fit, wrong thread. I'd like to exchange them for the M28 type.",
      "exchange 4 valves for M28 version please",
    ],
    turns: [
      {
        by: "rep",
        text: "No exchange needed: the adapters for M28 are in a bag under the cardboard insert. If you've thrown them away I'll send four, they cost us cents.",
      },
      { by: "customer", text: "There they are! In my bin, but there." },
    ],
    tags: ["exchange"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-gift-return",
    categoryKey: "returns",
    subject: "Return a gift without receipt",
    opening: [
      "I was given one of your thermostats, but we have floor heating. I've no receipt and don't want to ask my aunt. Can I return it?",
      "return a present w/o invoice? dont want to tell the giver",
    ],
    turns: [
      {
        by: "rep",
        text: "Your aunt won't learn of it: with the serial number from the underside I can see that it's ours and bought in October. You'd get a voucher for its value. Shall I?",
      },
      { by: "customer", text: "{serialNumber}. You're a diplomat." },
      { by: "rep", text: "The voucher is in your mail, with the label." },
    ],
    tags: ["gift"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-late-return",
    categoryKey: "returns",
    subject: "Return after 40 days",
    opening: [
      "I know it's been 40 days, but I was in hospital and couldn't return the lock. Is there any chance?",
      "missed the 30 day return window by 10 days (surgery). please?",
    ],
    turns: [
      {
        by: "rep",
        text: "I hope you're well again, {firstName}. Of course: I've opened the window until {nextDate}. Take your time with the parcel.",
      },
    ],
    tags: ["late"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "home-return-lost",
    categoryKey: "returns",
    subject: "Return parcel got lost",
    opening: [
      "I returned the lock three weeks ago, have the receipt of the parcel shop, and you say nothing arrived. And now?",
      "my return is lost in the mail. tracking {trackingNumber} stops at depot",
    ],
    turns: [
      {
        by: "rep",
        text: "With the receipt it isn't your risk. I've asked the carrier to search, which takes five days at most; whatever comes out, you'll get your refund on {nextDate}.",
      },
      { by: "customer", text: "OK, I'll wait for that date." },
      { by: "rep", text: "I've noted it, you don't have to remind me." },
    ],
    backchannel: {
      teamKey: "billing",
      question: "Lost return, lock, receipt exists. Refund now or after the search?",
      answer: [
        "After, they pay us only if the search is closed. If she complains, refund at once, limit 200 without approval.",
      ],
    },
    tags: ["lost return"],
    endState: "pending",
  },
];
