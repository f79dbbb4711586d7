import type { Scenario } from "../../scenario";

export const loanPartTwo: readonly Scenario[] = [
  {
    key: "bank-solar",
    categoryKey: "loan",
    subject: "Credit for solar panels",
    opening: [
      "Do you have a credit for solar panels, and is there really a state subsidy that goes through the bank?",
      "pv on the roof + battery, 18k. cheap credit available? loan from state?",
    ],
    turns: [
      {
        by: "rep",
        text: "There is, and it does: the state's programme at 3.1 % over ten years, for which we apply on your behalf. Important: apply first, order afterwards. The installer's quote is all I need to begin.",
      },
    ],
    tags: ["renovation"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-top-up",
    categoryKey: "loan",
    subject: "Top up existing loan",
    opening: [
      "Can I top up my running loan by 2,000? The washing machine and the dog fell ill in the same week.",
      "extend existing loan by 2k - possible? washing machine dead, vet bill",
    ],
    turns: [
      {
        by: "rep",
        text: "Poor dog, poor you. Yes, in principle: the rate for the whole would be 5.6 %, the instalment goes from 121 to 158. I'd need your last two payslips. Could you upload them this week?",
      },
    ],
    tags: ["top-up"],
    endState: "need_info",
  },
  {
    key: "bank-statement-loan",
    categoryKey: "loan",
    subject: "Confirmation of loan balance",
    opening: [
      "My new bank needs a confirmation of what's left on my loan, with your account for the pay-off.",
      "please send outstanding balance letter for my loan {caseNumber} as at end of month",
    ],
    turns: [
      {
        by: "rep",
        text: "It's in your mailbox: 5,206.14 as at the end of the month, with daily interest of 0.74 in case they pay a few days later.",
      },
    ],
    tags: ["confirmation"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-overdraft-limit",
    categoryKey: "loan",
    subject: "Raise the overdraft limit",
    opening: [
      "Could you raise my overdraft from 500 to 1,500? I'm a freelancer and my clients pay when they feel like it.",
      "higher overdraft pls, freelancer, income irregular but ok",
    ],
    turns: [
      {
        by: "rep",
        text: 'Raised to 1,500 as of now: your last twelve months show that it always evens out. A tip: the "bridge" feature gives you the first 200 euro of it without interest.',
      },
    ],
    tags: ["overdraft"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-kredit-anfrage",
    categoryKey: "loan",
    subject: "Kreditrate senken",
    language: "de",
    opening: [
      "Guten Tag, wir bekommen ein Kind und ich gehe in Elternzeit. Kann ich meine Kreditrate für ein Jahr senken?",
      "hallo, kann man die rate vom autokredit von 240 auf 150 runtersetzen? elternzeit ab mai",
    ],
    turns: [
      {
        by: "rep",
        text: "Herzlichen Glückwunsch! Ja, eine Senkung auf 150 Euro ist für zwölf Monate möglich, die Laufzeit verlängert sich dadurch um acht Monate. Die Änderung liegt zur Unterschrift in Ihrem Postfach.",
      },
      { by: "customer", text: "Unterschrieben. Vielen lieben Dank!" },
    ],
    tags: ["instalment", "german"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-scam-offer",
    categoryKey: "loan",
    subject: "Loan offer by phone in our name",
    opening: [
      'Somebody phoned me with a loan offer "from Harbour Bank" and asks for 200 euro upfront. Is that you?',
      "is it normal that you call and offer credit for an upfront fee?",
    ],
    turns: [
      {
        by: "rep",
        text: "No, and we never take a fee upfront. You did exactly right. Please don't pay, don't call back, and block the number; I've passed the details to our colleagues who go after such callers.",
      },
    ],
    tags: ["loan offer"],
    endState: "closed",
    rating: { score: 5 },
  },
];
