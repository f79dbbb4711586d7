import type { Scenario } from "../../scenario";

export const orderChangePartOne: readonly Scenario[] = [
  {
    key: "home-cancel-quick",
    categoryKey: "order_change",
    subject: "Cancel order placed by mistake",
    opening: [
      "I've just ordered twice because the page hung. Please cancel one of them, {orderNumber}.",
      "cancel {orderNumber} pls, double order",
    ],
    turns: [
      {
        by: "rep",
        text: "Cancelled, before anybody had picked it. The money is released at once; depending on your bank you'll see it in one to three days.",
      },
    ],
    tags: ["cancel"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-wrong-socket",
    categoryKey: "order_change",
    subject: "Wrong bulb socket in order",
    opening: [
      "Ordered E27, need E14. Can I change the order or is it too late? Placed 20 minutes ago.",
      "hi, i picked the wrong socket (should be E14 not E27) in {orderNumber}. can you swap before it ships",
    ],
    turns: [
      {
        by: "rep",
        text: "Just in time: I've changed all six to E14. They're 50 cents cheaper each, the 3 euro come back to your card.",
      },
    ],
    tags: ["change"],
    endState: "closed",
    rating: { score: 5, comment: "Caught just in time." },
  },
  {
    key: "home-add-item",
    categoryKey: "order_change",
    subject: "Add a hub to the order",
    opening: [
      "I forgot the hub. Can you add one to my order {orderNumber} so it comes in one parcel?",
      "please add 1 hub to my order, didnt know i need it for the valves",
    ],
    turns: [
      {
        by: "rep",
        text: "Good that you noticed. I've put a hub into the same parcel; here's the payment link for it. If you have an older hub of ours at home, tell me, because then you don't need a new one.",
      },
      { by: "customer", text: "No, nothing there yet. Paid." },
    ],
    tags: ["add item"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-cancel-shipped",
    categoryKey: "order_change",
    subject: "Cancel after shipping",
    opening: [
      'I want to cancel {orderNumber}, found it cheaper elsewhere. Says "shipped" already.',
      "cancel my order!! i know its on the way",
    ],
    turns: [
      {
        by: "rep",
        text: "I can't catch the van, but you needn't even open the door: refuse the parcel, and we refund it as soon as it's back, usually within five days. Or tell me the other price; if it's a real shop I'll match it.",
      },
      { by: "customer", text: "12 euro less at the big electronics store." },
      { by: "rep", text: "Matched: 12 euro are on their way. Then you may open the door." },
    ],
    backchannel: {
      teamKey: "billing",
      question: "Price match 12 euro against the big chain for the valve set. Allowed on shipped orders?",
      answer: [
        "Up to 15 % yes, margin on valves is 41 %. Use code PM-2, not the voucher, or marketing counts it twice.",
      ],
    },
    tags: ["cancel", "shipped"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "home-change-address-order",
    categoryKey: "order_change",
    subject: "Wrong address at checkout",
    opening: [
      "I sent the order to my ex by mistake. Autofill. PLEASE change the address before this gets awkward.",
      "need to change the shipping address of {orderNumber} - old address was filled in automatically",
    ],
    turns: [
      {
        by: "rep",
        text: "Changed in time, and I've removed the old address from your account so that it can't sneak in again. It goes to the address of your invoice now, yes?",
      },
      { by: "customer", text: "Yes. You've prevented a conversation." },
    ],
    tags: ["address change"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-colour",
    categoryKey: "order_change",
    subject: "Change colour from white to black",
    opening: [
      "Can I still change the lock in my order to black? White looked better on the screen than on my door photo.",
      "order {orderNumber}: colour black instead of white possible?",
    ],
    turns: [
      {
        by: "rep",
        text: "Black is in stock at the same price, so I've switched it. That moves the delivery by one day, to {nextDate}.",
      },
    ],
    tags: ["change"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-split-order",
    categoryKey: "order_change",
    subject: "Send what's available",
    opening: [
      "My order's waiting for one camera mount. Could you send the rest now? I'd like to start at the weekend.",
      "change order {orderNumber} to partial shipment please",
    ],
    turns: [
      {
        by: "rep",
        text: "Done: everything but the mount leaves tonight. The mount follows in about ten days, without extra postage.",
      },
    ],
    tags: ["split"],
    endState: "closed",
    rating: { score: 4 },
  },
];
