import type { Scenario } from "../../scenario";

export const mortgage: readonly Scenario[] = [
  {
    key: "bank-fixed-rate-end",
    categoryKey: "mortgage",
    subject: "Fixed rate ends next year",
    opening: [
      "The fixed rate of our mortgage ends next September. When should we start thinking about the follow-up? 142,000 will be left.",
      "fixed rate runs out in 10 months, what are your conditions for renewal?",
    ],
    turns: [
      {
        by: "rep",
        text: "Now is a good time: we can fix today's rate for you up to twelve months ahead at no extra charge. At present 3.4 % for ten years, or 3.7 for fifteen. If rates fall before, you may step back once.",
      },
      { by: "customer", text: 'That "step back once", can I have it in writing?' },
      { by: "rep", text: "It's clause 6 of the offer that I've just put into your mailbox." },
    ],
    backchannel: {
      teamKey: "lending",
      question: "142,000, renewal in 10 months. May I go below list?",
      answer: [
        "Up to 0.15 under list if she mentions a competitor. Loan-to-value is 38 %, we'd hate to lose this one.",
      ],
    },
    tags: ["fixed rate"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-first-home",
    categoryKey: "mortgage",
    subject: "How much house can we afford",
    opening: [
      "We're looking at a flat for 310,000. We have 60,000 saved and together about 4,600 net. Is a mortgage realistic, or are we dreaming?",
      "can we afford a house with 4600 net/month and 60k own money? two kids",
    ],
    turns: [
      {
        by: "rep",
        text: "You aren't dreaming. With costs you'd need about 280,000; at 3.5 % and 2 % repayment that's roughly 1,285 a month, a bit over a quarter of your income. Leave 10,000 of the savings untouched, homes always want something in the first year.",
      },
    ],
    tags: ["first home"],
    endState: "closed",
    rating: { score: 5, comment: "First time a bank explained it so we both understood." },
  },
  {
    key: "bank-special-repay",
    categoryKey: "mortgage",
    subject: "Yearly extra repayment",
    opening: [
      "May I pay 5 % extra on the mortgage this year, and by when do I have to transfer it to count?",
      "extra repayment mortgage, account ending {accountEnding}, deadline?",
    ],
    turns: [
      {
        by: "rep",
        text: 'Yes, up to 7,900 this year, and it must arrive by 30 December. Write "extra repayment" and nothing else in the text. It\'ll save you about five months at the end.',
      },
    ],
    tags: ["extra repayment"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-land-register",
    categoryKey: "mortgage",
    subject: "Deletion from the land register",
    opening: [
      "We've paid off our house! How do we get your charge deleted from the land register?",
      "mortgage is paid off, need the deletion approval for land register (notary asks)",
    ],
    turns: [
      {
        by: "rep",
        text: "Congratulations, that's a big day! The approval is being signed by two of our colleagues and goes to your notary within two weeks. One thought: leaving it in the register costs nothing and saves fees if you ever borrow again.",
      },
      { by: "customer", text: "We want it out. It's symbolic." },
      { by: "rep", text: "I understand that very well. I'll let you know when it's in the post." },
    ],
    backchannel: {
      teamKey: "lending",
      question: "Deletion approval, loan repaid in full. Who signs this week?",
      answer: [
        "Rafael and I, Thursday. The file is still in the off-site archive in Barsbüttel, so allow ten days. Archive costs are ours.",
      ],
    },
    tags: ["land register"],
    endState: "pending",
  },
  {
    key: "bank-valuation",
    categoryKey: "mortgage",
    subject: "Valuation too low",
    opening: [
      "Your surveyor valued our house 40,000 below the purchase price. He was there for nine minutes. On what grounds?",
      "property valuation much too low, ruins our financing. can this be looked at again?",
    ],
    turns: [
      {
        by: "rep",
        text: "I asked for a second look, by another surveyor and with your renovation bills. It's 18,000 higher now, but not all the way. With that you'd get the rate of 3.6 instead of 3.9 %. The second report is in your mailbox.",
      },
    ],
    backchannel: {
      teamKey: "lending",
      question:
        "Customer disputes valuation, surveyor on site for nine minutes. Second opinion possible without cost to him?",
      answer: [
        "Yes, use the Lübeck office. Between us: the first one has been too low in five of eight cases. HR knows.",
      ],
    },
    tags: ["valuation"],
    endState: "closed",
    rating: { score: 2, comment: "The number stayed the number." },
  },
  {
    key: "bank-bridge",
    categoryKey: "mortgage",
    subject: "Sell one house, buy another",
    opening: [
      "We'd like to buy a smaller house before ours is sold. Is there a loan for the months in between?",
      "bridge mortgage? selling house in spring, buying flat now",
    ],
    turns: [
      {
        by: "rep",
        text: "There is: bridging finance for up to 24 months, interest only, secured by both. I need the sales documents for the house, or an agent's estimate if there's no buyer yet. Which of the two do you have?",
      },
    ],
    tags: ["bridging"],
    endState: "need_info",
  },
  {
    key: "bank-divorce-house",
    categoryKey: "mortgage",
    subject: "House after separation",
    opening: [
      "We're separating. I'd like to keep the house and take over the mortgage on my own. What does the bank need?",
      "Taking over joint mortgage after divorce - possible with one income (3,100)?",
    ],
    turns: [
      {
        by: "rep",
        text: "It's possible if the instalment fits into your income, and yours would, just. I'd suggest lowering the repayment from 3 to 2 % for two years. Next step is a call with both of you, or one after the other if that's easier.",
      },
      { by: "customer", text: "One after the other, please." },
      { by: "rep", text: "I've arranged it so; you're on {nextDate}, at ten." },
    ],
    tags: ["separation"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-green-mortgage",
    categoryKey: "mortgage",
    subject: "Better rate for insulation",
    opening: [
      "Do you lower the mortgage rate if we insulate the roof and put in a heat pump? A friend got 0.2 % off with another bank.",
      "energy renovation -> lower rate on the house loan?",
    ],
    turns: [
      {
        by: "rep",
        text: "Yes, 0.15 % on the whole rest, from the day when the new energy certificate shows class B or better. Send it in whenever you have it; you don't need to apply beforehand.",
      },
    ],
    tags: ["renovation"],
    endState: "closed",
    rating: { score: 4 },
  },
];
