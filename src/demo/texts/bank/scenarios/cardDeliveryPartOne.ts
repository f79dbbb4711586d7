import type { Scenario } from "../../scenario";

export const cardDeliveryPartOne: readonly Scenario[] = [
  {
    key: "bank-not-arrived",
    categoryKey: "card_delivery",
    subject: "New card hasn't arrived",
    opening: [
      "I ordered a new card on {date} and it still hasn't arrived. Is it lost in the post or has nobody sent it?",
      "where is my new card? its been 2 weeks",
    ],
    turns: [
      {
        by: "rep",
        text: "It left our printer three days after your order, so it should have been with you long ago. I've made it invalid and had a new one sent by registered post. You'll get the tracking number by text message tonight.",
      },
      { by: "customer", text: "OK. Registered is better, our letterbox is shared with three flats." },
    ],
    backchannel: {
      teamKey: "payments",
      question: "Card sent on time but not arrived. Returned mail box?",
      answer: [
        "Not in ours. The district's postman changed in October and we've 14 cards missing from that street. Investigation is running, keep it neutral.",
      ],
    },
    tags: ["new card", "post"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-pin-forgotten",
    categoryKey: "card_delivery",
    subject: "Forgot the PIN",
    opening: [
      "After four weeks of holiday my PIN has left my head. Is there a way to get it again without waiting for a letter?",
      "forgot my pin. help",
    ],
    turns: [
      {
        by: "rep",
        text: 'You can see it: in the app go to Cards, your card, "Show PIN". It appears for ten seconds after your face or fingerprint. Please never write it here.',
      },
      { by: "customer", text: "I've been a customer for nine years and never saw that button." },
    ],
    tags: ["pin"],
    endState: "closed",
    rating: { score: 5, comment: "Two minutes!" },
  },
  {
    key: "bank-pin-blocked",
    categoryKey: "card_delivery",
    subject: "PIN blocked after three attempts",
    opening: [
      "Typed the wrong PIN three times at the machine. Now it says card blocked. It's my PIN from the old bank that I keep mixing up.",
      "Hello. My PIN is blocked because my wife used my card with her code. Three times. Could you please reset the counter?",
    ],
    turns: [
      {
        by: "rep",
        text: "I've reset the counter. You have three tries again from now; pay in a shop first, since some cash machines need until tomorrow to notice.",
      },
    ],
    tags: ["pin"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-expired",
    categoryKey: "card_delivery",
    subject: "Card expires this month",
    opening: [
      "My card expires at the end of this month. Do I have to order a new card or does it come by itself? I travel on {nextDate}.",
      "card says valid till end of month. when do i get the next one",
    ],
    turns: [
      {
        by: "rep",
        text: "It comes by itself and was posted on {date}, so expect it this week. The number changes only in its last four digits; your PIN and your phone wallet stay as they are. If it isn't there two days before your trip, write to me and we'll send it by courier.",
      },
    ],
    tags: ["expiry"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-activate",
    categoryKey: "card_delivery",
    subject: "How do I activate the card",
    opening: [
      "The new card is here. The letter says \"activate with your first purchase\" but the shop's terminal doesn't accept it. Chicken and egg.",
      "new card arrived, how to activate??",
    ],
    turns: [
      {
        by: "rep",
        text: 'The first purchase has to be with chip and PIN, contactless comes after that. If the shop only has contactless: in the app, Cards, "Activate". Either way takes a few seconds.',
      },
      { by: "customer", text: "App did it. Cheers!" },
    ],
    tags: ["activation"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-name-wrong",
    categoryKey: "card_delivery",
    subject: "Name misspelt on new card",
    opening: [
      "You've printed my name wrong on the new card. It's Szczepańska, not Szczepanska-Kowal. I divorced two years ago.",
      "There is a typo in my name on the card you sent. It might be a detail for you, it isn't for me.",
    ],
    turns: [
      {
        by: "rep",
        text: "You're right, and I'm sorry: our card printer still had your former name although your account has the current one. I've corrected it there. The new card with the right name is ordered, free of charge, and the present one works until then.",
      },
    ],
    backchannel: {
      teamKey: "access",
      question:
        "Card system still holds the former double name for this customer, account has the right one. Please overwrite in the print master.",
      answer: [
        "Done. There's a nightly job that copies it back if the legacy flag is set, I cleared that too. You'd have seen the old name again in three years.",
      ],
    },
    tags: ["new card", "typo"],
    endState: "closed",
    rating: { score: 4 },
  },
];
