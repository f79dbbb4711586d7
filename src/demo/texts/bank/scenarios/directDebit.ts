import type { Scenario } from "../../scenario";

export const directDebit: readonly Scenario[] = [
  {
    key: "bank-unknown-debit",
    categoryKey: "direct_debit",
    subject: "Unknown direct debit",
    opening: [
      "There's a direct debit of {amount} from a company called \"PayFast Collect\" that I don't know. I want it back.",
      "direct debit on {date}, {amount}, no idea who that is. return it pls",
    ],
    turns: [
      {
        by: "rep",
        text: "Returned, the amount is on your account with today's date. In case it helps: the text mentions a licence plate, and yours ends in the same digits. It may be a parking garage.",
      },
      { by: "customer", text: "Oh no, that WAS me. I'll pay them directly. Sorry!" },
      {
        by: "rep",
        text: "Nothing lost. They may add a small fee for the return; if you write to them today they often drop it.",
      },
    ],
    tags: ["debit return"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-return-gym",
    categoryKey: "direct_debit",
    subject: "Gym keeps debiting after cancellation",
    opening: [
      "I cancelled my gym in June, confirmed in writing, and they still take money by direct debit every month. Please return all of it and block them.",
      "gym keeps debiting. contract ended. can you revoke the mandate for good?",
    ],
    turns: [
      {
        by: "rep",
        text: "I've returned the last two debits, which needs no reason within eight weeks, and blocked the gym's creditor number for your account. For the two before I'd need the confirmation of your cancellation; with that the mandate counts as invalid and 13 months are possible.",
      },
      { by: "customer", text: "Sending it now." },
      { by: "rep", text: "Received, and the two older ones are on their way back as well." },
    ],
    tags: ["mandate"],
    endState: "closed",
    rating: { score: 5, comment: "Finally someone who just does it." },
  },
  {
    key: "bank-bounced",
    categoryKey: "direct_debit",
    subject: "Electricity debit bounced",
    opening: [
      "My electricity was not debited on {date} because of missing cover, they say. I had my salary on the same day! Now they want 9 euro for the bounced direct debit.",
      "direct debit returned due to insufficient funds although money came in same day. why",
    ],
    turns: [
      {
        by: "rep",
        text: "The debit came at 5:40, the salary at 9:15. We normally wait until noon with such pairs and here we didn't. I've credited the 9 euro and put a note on the account; please ask the supplier to try again or pay by transfer.",
      },
    ],
    backchannel: {
      teamKey: "payments",
      question: "Debit bounced at 5:40, salary at 9:15. Was the noon rule off?",
      answer: [
        "It was off for three days after the release, 61 accounts. Refund the fee on request; a general refund is still with the board.",
      ],
    },
    tags: ["bounced"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-change-date",
    categoryKey: "direct_debit",
    subject: "Debit comes before the salary",
    opening: [
      "Can you move my insurance's direct debit from the 28th to the 2nd? It always comes two days before I get paid.",
      "is it possible that you hold back a direct debit for 3 days each month",
    ],
    turns: [
      {
        by: "rep",
        text: "That date belongs to the insurer, not to us, but they have to offer you another one if you ask. I've put a two-line letter to them into your mailbox that you only need to sign.",
      },
    ],
    tags: ["date"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-sepa-mandate-list",
    categoryKey: "direct_debit",
    subject: "List of all mandates",
    opening: [
      "Where can I see who's allowed to debit my account? I want to tidy up before the new year.",
      "list of all my direct debit mandates please, including the old ones",
    ],
    turns: [
      {
        by: "rep",
        text: 'In the app: Payments, "Mandates". You\'ll see 23; eleven have been quiet for over three years and expire on their own. Each has a "block" switch.',
      },
      { by: "customer", text: "Twenty-three... half of them are magazines of my ex-wife." },
    ],
    tags: ["mandate"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-double-insurance",
    categoryKey: "direct_debit",
    subject: "Insurance debited twice",
    opening: [
      "My car insurance has taken the annual premium twice, both as direct debit, both {amount}. Can I return only one?",
      "annual insurance premium debited 2 times in 1 week. just send one back?",
    ],
    turns: [
      {
        by: "rep",
        text: "Yes, and I've returned the second one, since it's the one without a matching invoice number. The first stays, so that you remain insured.",
      },
    ],
    tags: ["double"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-creditor-blocked",
    categoryKey: "direct_debit",
    subject: "Blocked creditor by mistake",
    opening: [
      "The day nursery called, our direct debit was refused by you. I think I blocked them myself by accident while cleaning up in the app.",
      'direct debit of kindergarten rejected "creditor blocked". how do i unblock',
    ],
    turns: [
      {
        by: "rep",
        text: "You did, last Sunday at 21:09. I've unblocked them, and they can debit again from tomorrow. As they had no fee from us, you shouldn't see one from them.",
      },
    ],
    tags: ["blocked"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-business-debit",
    categoryKey: "direct_debit",
    subject: "Business debit can't be returned",
    opening: [
      "I tried to return a direct debit of {largeAmount} from a supplier on our company account, and the button is grey. Why?",
      "cannot return a b2b direct debit on company account!! supplier debited a disputed invoice",
    ],
    turns: [
      {
        by: "rep",
        text: "Because it's a business mandate: with those, both sides give up the right of return. What I can do is to cancel the mandate so that nothing further is taken. For this invoice you would have to settle with the supplier.",
      },
    ],
    backchannel: {
      teamKey: "payments",
      question: "B2B debit, disputed invoice, {largeAmount}. Any chance for a return outside the scheme?",
      answer: [
        "Two bank days are gone, so no. If they claim the mandate was never signed we can ask for a copy, but I remember the form, it's signed. Let it rest.",
      ],
    },
    tags: ["business"],
    endState: "closed",
    rating: { score: 2, comment: "Not your fault, but I don't like the rule." },
  },
  {
    key: "bank-church-tax",
    categoryKey: "direct_debit",
    subject: "What is this debit from the tax cashier",
    opening: [
      "\"Main cashier's office 0815 Q3\" debited {amount}. That's not a name I know. Is it a fake?",
      "strange debit from some cashiers office, is that real",
    ],
    turns: [
      {
        by: "rep",
        text: "It's real: the city's dog tax, third quarter. The long number in the text is your dog's registration. Dogs are hard to return.",
      },
      { by: "customer", text: "Ha. He says woof." },
    ],
    tags: ["unclear"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-paypal-like",
    categoryKey: "direct_debit",
    subject: "Wallet service pulls from wrong account",
    opening: [
      "My online wallet keeps debiting the household account instead of mine. I changed it there. Do you have to change something, too?",
      "direct debits of my wallet go to the joint account. want them on my own (ending {accountEnding})",
    ],
    turns: [
      {
        by: "rep",
        text: "It's set on their side, through the mandate that you gave. I can block them for the household account as of today, then they have to ask for the other one. But three payments are under way; should those still go through, yes or no?",
      },
    ],
    tags: ["mandate"],
    endState: "need_info",
  },
  {
    key: "bank-lastschrift",
    categoryKey: "direct_debit",
    subject: "Lastschrift zurückgeben",
    language: "de",
    opening: [
      "Hallo, da wurde eine Lastschrift von einem Zeitschriftenverlag abgebucht, den ich vor Jahren gekündigt habe. Bitte zurückbuchen.",
      "Sehr geehrte Damen und Herren, hiermit widerspreche ich der Abbuchung vom Ersten dieses Monats und bitte um Rückgabe.",
    ],
    turns: [
      {
        by: "rep",
        text: "Guten Tag, der Betrag ist zurückgegeben und heute schon auf Ihrem Konto. Soll ich den Verlag gleich dauerhaft sperren?",
      },
      { by: "customer", text: "Ja, unbedingt." },
    ],
    tags: ["debit return", "german"],
    endState: "closed",
    rating: { score: 5 },
  },
];
