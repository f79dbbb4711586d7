import type { Scenario } from "../../scenario";

export const loanPartOne: readonly Scenario[] = [
  {
    key: "bank-car-loan",
    categoryKey: "loan",
    subject: "Loan for a used car",
    opening: [
      "I need about {largeAmount} for a used car. What would a loan over four years cost me per month?",
      "car loan, what interest rate do you take at the moment? 48 months",
    ],
    turns: [
      {
        by: "rep",
        text: "At present 4.9 to 6.4 % a year, depending on income. For 8,000 over 48 months that means 184 to 189 a month. The check in the app gives you your own figure without touching your credit record.",
      },
      { by: "customer", text: "Did it, 5.2. Fine with me." },
      { by: "rep", text: "Then it's three clicks to the contract, and the money is there the same day before 15:00." },
    ],
    backchannel: {
      teamKey: "lending",
      question: "Customer asks for a rate on {largeAmount}, 48 months. What would be our floor?",
      answer: [
        "Floor is 4.7 with direct debit from us, show 4.9 first. He has an offer from the market leader at 5.1, saw it in his payments.",
      ],
    },
    tags: ["loan", "car"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-early-repay",
    categoryKey: "loan",
    subject: "Repay the loan early",
    opening: [
      "I inherited some money and want to repay my loan early. Is there a penalty? Contract {caseNumber}.",
      "early repayment of loan - how much is left and what does it cost",
    ],
    turns: [
      {
        by: "rep",
        text: "Left today: 3,418.22. The law allows us 0.5 % for the last year, but your contract has free early repayment, so nothing comes on top. Pay it from your account by the 28th and I'll confirm it in writing.",
      },
    ],
    tags: ["repayment"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-overdraft-interest",
    categoryKey: "loan",
    subject: "Overdraft interest too high",
    opening: [
      "11.9 % overdraft interest! Your competitor takes 8. Can you do something before I leave?",
      "overdraft interest this quarter {amount}. this is robbery",
    ],
    turns: [
      {
        by: "rep",
        text: "I can't change the rate, but I can change what you pay: you've been about 2,000 in overdraft for eight months. A small loan over the same amount costs 5.4 %, about half, and ends one day. Shall I work it out for you?",
      },
      { by: "customer", text: "Ok, show me." },
      {
        by: "rep",
        text: "It's in your mailbox: 24 months, 88 euro each, 119 euro interest in all instead of about 300.",
      },
    ],
    tags: ["overdraft", "interest"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "bank-rate-missed",
    categoryKey: "loan",
    subject: "Can't pay this month's instalment",
    opening: [
      "I've lost my job and can't pay the instalment on {nextDate}. I don't want to hide from you. What can we do?",
      "cannot pay my loan instalment this month. short-time work. please no collection agency",
    ],
    turns: [
      {
        by: "rep",
        text: "{firstName}, it's good that you write before and not after. Two ways: we suspend up to three instalments now, at no charge, and add them at the end; or halve them for six months. Neither appears on your credit record.",
      },
      { by: "customer", text: "The three months please. I've an interview on Monday." },
      { by: "rep", text: "Done: the next instalment is due in four months. Fingers crossed for Monday." },
    ],
    backchannel: {
      teamKey: "lending",
      question: "Payment break of 3 months, job loss, 26 months without a single late payment. Agreed?",
      answer: [
        "Agreed, hardship class B. If it gets to a fourth month it must go to Workout, so check in week 10. She doesn't need to know about the class.",
      ],
    },
    tags: ["instalment", "hardship"],
    endState: "closed",
    rating: { score: 5, comment: "I was afraid to write. No need to be." },
  },
  {
    key: "bank-rejected",
    categoryKey: "loan",
    subject: "Loan refused without reason",
    opening: [
      "My loan application was refused and the letter gives no reason. I earn well and have never been late. I'd like to know why.",
      "loan rejected. why?? never had debts in my life",
    ],
    turns: [
      {
        by: "rep",
        text: "I've had it looked at by a person: the automatic check saw two employers in twelve months and stopped there. That's no shame, it's just a rule. From March on you'll have been a year in your job; apply again then and it will look different.",
      },
      { by: "customer", text: "So I have to wait because I improved my situation. Great." },
    ],
    backchannel: {
      teamKey: "lending",
      question: "Refusal, no negative data. What was the knock-out?",
      answer: [
        "Tenure under 12 months, automatic. Score was fine (A-). I could override up to 5,000 but he asked for 15. Don't mention the override.",
      ],
    },
    tags: ["rejected"],
    endState: "closed",
    rating: { score: 2 },
  },
  {
    key: "bank-cosigner",
    categoryKey: "loan",
    subject: "Leave a loan as co-borrower",
    opening: [
      "I co-signed my ex-boyfriend's loan. We separated. How do I get out of it?",
      "co-borrower on a loan w/ my ex. can you take my name off",
    ],
    turns: [
      {
        by: "rep",
        text: "Only if he can carry it alone, which we'd have to check with his agreement. I've put a form for both of you in your mailbox, which he can sign without meeting you. As soon as his part is there, you'll hear from me within a week.",
      },
      { by: "customer", text: "He said he would sign. Let's see." },
      { by: "rep", text: "I'll remind him once, politely, in ten days." },
    ],
    tags: ["co-borrower"],
    endState: "pending",
  },
];
