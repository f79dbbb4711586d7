import type { Scenario } from "../../scenario";

export const billingPartOne: readonly Scenario[] = [
  {
    key: "home-invoice-vat",
    categoryKey: "billing",
    subject: "Invoice with VAT number",
    opening: [
      "I need the invoice for {orderNumber} with our company's VAT number on it. Our auditor is strict.",
      "invoice w/ VAT id please, order {orderNumber}",
    ],
    turns: [
      {
        by: "rep",
        text: "Rewritten with the VAT number from your account, and sent as a PDF. From now on it's on every invoice by itself.",
      },
    ],
    tags: ["invoice"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-charged-twice",
    categoryKey: "billing",
    subject: "Charged twice",
    opening: [
      "My card was charged twice for one order, {amount} both times.",
      "double payment {amount} on {date}, only 1 order",
    ],
    turns: [
      {
        by: "rep",
        text: "The first was a reservation that your bank didn't release after the 3-D step failed. It isn't a payment, and falls off by itself in up to seven days. I've sent the release once more to hurry them up.",
      },
    ],
    backchannel: {
      teamKey: "billing",
      question: "Reservation {amount} still open at the acquirer. Ours or theirs?",
      answer: [
        "Ours, sorry. The retry job doesn't void after a timeout. 41 open right now, IT knows, patch next week. Void done by hand.",
      ],
    },
    tags: ["double charge"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-voucher-invalid",
    categoryKey: "billing",
    subject: "Voucher not accepted",
    opening: [
      "The voucher code from your newsletter isn't accepted at checkout: \"not valid for this basket\". What's wrong with my basket?",
      "voucher doesnt work!! expires today",
    ],
    turns: [
      {
        by: "rep",
        text: "It excludes items that are reduced already, and your camera is. Because it ends today and that was in small print, I've put a code of the same value into your account. It works for everything until Sunday.",
      },
    ],
    tags: ["voucher"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-payment-failed",
    categoryKey: "billing",
    subject: "Payment fails with every card",
    opening: [
      "Payment fails with both my cards and with the wallet. Is your shop broken, or am I poor?",
      'cannot pay, "payment failed" 5 times',
    ],
    turns: [
      {
        by: "rep",
        text: "Neither! The post code of your billing address has a space too many, which our payment provider chokes on. I've removed it. Would you try again?",
      },
      { by: "customer", text: "Worked. What a stupid reason." },
    ],
    tags: ["payment failed"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "home-subscription-cancel",
    categoryKey: "billing",
    subject: "Cancel the cloud plan",
    opening: [
      "I'd like to stop the cloud plan, it renewed itself for a year, {amount}! I didn't want that.",
      "cloud subscription renewed automatically. pls stop and payment back",
    ],
    turns: [
      {
        by: "rep",
        text: "Ended, and the whole year is refunded because it renewed only last week. You can use it until tonight; save clips that you want to keep.",
      },
    ],
    tags: ["subscription"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-pay-invoice",
    categoryKey: "billing",
    subject: "Can I pay by invoice",
    opening: [
      "Do you offer payment by invoice or in instalments? The whole house would be about {largeAmount}.",
      "pay later / invoice possible?",
    ],
    turns: [
      {
        by: "rep",
        text: "By invoice up to 500 with 14 days, for known customers. For the whole house: three payments without interest, with the order. Shall I prepare that as an offer?",
      },
    ],
    tags: ["payment methods"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-price-drop",
    categoryKey: "billing",
    subject: "Price dropped the day after",
    opening: [
      "Bought the lock for 229 on Monday, on Tuesday it's 179. That stings. Can I get the difference on my invoice?",
      "price dropped 50€ one day after my payment. fair?",
    ],
    turns: [
      {
        by: "rep",
        text: "Not fair, and we have a rule for it: within 14 days you get the difference. 50 euro are on their way back; a corrected invoice is in your mail.",
      },
    ],
    backchannel: {
      teamKey: "billing",
      question: "50 euro drop after a day. Refund within our 14-day rule?",
      answer: [
        "Yes. The drop stays until Sunday and there's a bigger one coming in two weeks, don't tell, or everybody waits.",
      ],
    },
    tags: ["price"],
    endState: "closed",
    rating: { score: 5 },
  },
];
