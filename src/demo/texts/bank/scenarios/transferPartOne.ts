import type { Scenario } from "../../scenario";

export const transferPartOne: readonly Scenario[] = [
  {
    key: "bank-wrong-iban",
    categoryKey: "transfer",
    subject: "Sent rent to the wrong IBAN",
    opening: [
      "I made a transfer of {largeAmount} to my old landlord instead of the new one. Same first letters, wrong click. Can you get it back?",
      "sent money to wrong person!! its my rent, {largeAmount}. pls stop it",
    ],
    turns: [
      {
        by: "rep",
        text: "Hello {firstName}, it left us 40 minutes ago, so I can't stop it, but I've sent a recall to the receiving bank. The recipient has to agree; most former landlords do. You'll hear within ten bank days.",
      },
      { by: "customer", text: "He just wrote that he'll agree. Faster than expected." },
      { by: "rep", text: "The money is back on your account since 14:05." },
    ],
    backchannel: {
      teamKey: "fraud",
      question:
        "Recall of {largeAmount} on a rent payment sent to a previous landlord. Any flag on the receiving account?",
      answer: [
        "Clean, account open since 2011. Use the normal recall, not the 24-hour channel, that one costs us 12 euro.",
      ],
    },
    tags: ["recall"],
    endState: "closed",
    rating: { score: 5, comment: "I'd already given up on that money." },
  },
  {
    key: "bank-not-arrived-sepa",
    categoryKey: "transfer",
    subject: "Transfer not arrived after two days",
    opening: [
      "I sent a SEPA transfer on {date}, {amount}, and my friend in Vienna swears it's not there. It's gone from my account though.",
      "transfer left my account days ago, recipient has nothing. where is it",
    ],
    turns: [
      {
        by: "rep",
        text: "I can follow it: it reached the bank in Vienna the next morning at 8:31. They hold it because the name doesn't match the account. Your friend should tell them that he now uses both surnames; then it's credited at once.",
      },
      { by: "customer", text: "That was it. He married in May." },
    ],
    tags: ["sepa"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-standing-order-change",
    categoryKey: "transfer",
    subject: "Change a standing order",
    opening: [
      "My rent goes up by 35 euro from next month. How do I change the standing order without deleting it?",
      "pls change my standing order for rent from 810 to 845 starting with the next one",
    ],
    turns: [
      {
        by: "rep",
        text: "Done: 845.00 from the 1st of next month, same recipient, same text. The one of this month still goes out with 810.00, which is what your landlord expects.",
      },
    ],
    tags: ["standing order"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-standing-order-twice",
    categoryKey: "transfer",
    subject: "Standing order ran twice",
    opening: [
      "My standing order for the music school was executed twice this month. Once on the 1st, once on the 3rd.",
      "standing order to the music school went out 2x, now im in the red because of you",
    ],
    turns: [
      {
        by: "rep",
        text: "You have two of them: one from 2023 without an end date, and a new one that you made on {date} with the higher fee. I've ended the old one, asked the school to send the extra payment back, and cancelled the overdraft interest.",
      },
    ],
    tags: ["standing order", "double"],
    endState: "closed",
    rating: { score: 3, comment: "Fixed, but the overdraft mail in between gave me a fright." },
  },
  {
    key: "bank-instant-stuck",
    categoryKey: "transfer",
    subject: 'Instant transfer "in progress"',
    opening: [
      'Instant transfer has been "in progress" for half an hour. The seller is standing next to me with the bicycle. What\'s instant about this?',
      "instant payment hangs since 14:10, {amount}. did it go or not",
    ],
    turns: [
      {
        by: "rep",
        text: "It didn't: the other bank doesn't answer at the moment, and after a time-out the money came back to you at 14:11. The app just didn't tell you. Cash, or an ordinary transfer with a photo of the confirmation, would be the way for today.",
      },
      { by: "customer", text: "He took the photo. Nice man." },
    ],
    backchannel: {
      teamKey: "payments",
      question: "Instant payment without answer since 14:10. Their side?",
      answer: ["Their side, they're down since 13:58 and haven't published it. Don't name the bank before they do."],
    },
    tags: ["instant payment"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-limit-transfer",
    categoryKey: "transfer",
    subject: "Raise transfer limit for a house deposit",
    opening: [
      "I have to send {largeAmount} times five to the notary by Friday and the app stops at 10,000 a day. How do I raise my transfer limit?",
      "transfer limit needs to go up to 50k once, notary deadline friday",
    ],
    turns: [
      {
        by: "rep",
        text: "I can raise it for one day. For amounts like this we call back on the number that we hold, ending in 84, and ask two questions. When would suit you between now and Thursday 17:00?",
      },
    ],
    tags: ["limit"],
    endState: "need_info",
  },
  {
    key: "bank-swift-canada",
    categoryKey: "transfer",
    subject: "Money to Canada",
    opening: [
      "What's the cheapest way to send about 2,000 dollars to my brother in Toronto? Your form wants a SWIFT code AND a transit number.",
      "sending money to canada - which code goes where? and who pays the fees",
    ],
    turns: [
      {
        by: "rep",
        text: 'Canada has no IBAN, so: SWIFT code in the first field, then transit and account number together in the second. Choose "shared fees"; it\'s 9 euro with us and up to 15 dollars over there. As currency choose Canadian dollars, our rate is better than theirs.',
      },
    ],
    tags: ["swift", "fees"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-name-check",
    categoryKey: "transfer",
    subject: "Warning that the name doesn't match",
    opening: [
      "The app warns that the recipient's name does not match the IBAN. The invoice looks right. May I ignore it?",
      'got a red warning "name does not match" when paying an invoice of {largeAmount}. pay or not pay?',
    ],
    turns: [
      {
        by: "rep",
        text: "Please don't yet. The account belongs to a private person, not to the company on your invoice. Call the company on a number from an older invoice, not from this one, and ask for their bank details.",
      },
      { by: "customer", text: "They say the mail wasn't from them!!! Somebody changed the IBAN in the PDF." },
      {
        by: "rep",
        text: "Then you've just kept {largeAmount}. Please forward that e-mail to us; and the company should tell its other customers.",
      },
    ],
    backchannel: {
      teamKey: "fraud",
      question:
        "Invoice redirection attempt, customer warned in time. Recipient account is at a neobank. Please take over the reporting.",
      answer: [
        "Taken. Known mule, we've seen the name with two plumbers this month. Reported under FD-3391, the account will be frozen today.",
      ],
    },
    tags: ["name check"],
    endState: "closed",
    rating: { score: 5, comment: "Saved me from paying a wrong company." },
  },
  {
    key: "bank-scheduled-cancel",
    categoryKey: "transfer",
    subject: "Cancel a scheduled transfer",
    opening: [
      "I've scheduled a transfer for tomorrow but the deal fell through. Can I cancel it still tonight?",
      "how to cancel a transfer dated tomorrow, cant find it",
    ],
    turns: [
      {
        by: "rep",
        text: "You can until 23:30: Payments, \"Upcoming\", swipe it to the left. I've checked that it's still there, 260.00 to a ski rental. Shall I do it for you?",
      },
      { by: "customer", text: "Please, the swipe does nothing on my tablet." },
      { by: "rep", text: "Gone. Nothing will be sent tomorrow." },
    ],
    tags: ["scheduled"],
    endState: "closed",
    rating: { score: 5 },
  },
];
