import type { Scenario } from "../scenario";

export const cardDelivery: readonly Scenario[] = [
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
  {
    key: "bank-second-card",
    categoryKey: "card_delivery",
    subject: "Card for my partner",
    opening: [
      "How do I get a second card for my girlfriend? She isn't with your bank but we share the rent.",
      "Would like to order a new card for my partner for my account, what do you need?",
    ],
    turns: [
      {
        by: "rep",
        text: "With pleasure. She becomes an authorised user of your account, which you can take back at any time. I need her full name, her date of birth, and that she identifies herself by video, which takes about six minutes. Shall I send the link to you or to her?",
      },
    ],
    tags: ["second card"],
    endState: "need_info",
  },
  {
    key: "bank-wrong-address",
    categoryKey: "card_delivery",
    subject: "Card sent to old address",
    opening: [
      "You sent my new card to my old flat. I moved in spring! The new tenants don't open the door to me. Who has my card now?",
      "card delivered to old adress. i DID change it. what now",
    ],
    turns: [
      {
        by: "rep",
        text: "I've just made that card useless, so whoever has it can do nothing with it. Your new address was entered for letters but not for cards, which is our mistake. The replacement goes to Kastanienallee with express post, tomorrow before noon.",
      },
      { by: "customer", text: "Fine. Please make sure the PIN doesn't go to the old one either." },
      { by: "rep", text: "It won't: you keep your PIN, no letter is sent." },
    ],
    tags: ["new card", "moved"],
    endState: "closed",
    rating: { score: 3, comment: "Solved, though I'd told you twice about the move." },
  },
  {
    key: "bank-design",
    categoryKey: "card_delivery",
    subject: "Can I choose the motif",
    opening: [
      "My sister has a card with a lighthouse on it, mine is plain grey. Can I have the lighthouse with my next card?",
      "is there a way to get one of the pictures on my new card? the seal maybe",
    ],
    turns: [
      {
        by: "rep",
        text: "You can: lighthouse, seal, or the harbour at night. Changing the motif outside the normal renewal costs 5 euro; with your renewal next March it's free. Which would you like, and when?",
      },
      { by: "customer", text: "The seal, in March. I can wait for a seal." },
    ],
    tags: ["card design"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-courier",
    categoryKey: "card_delivery",
    subject: "Urgent card before travel",
    opening: [
      "I fly on {nextDate} and my card just snapped in two in a parking machine. Is there any way to have a replacement card before that?",
      "Card broken, chip fell out. Need a new card by the weekend, is courier possible? I don't mind paying",
    ],
    turns: [
      {
        by: "rep",
        text: "There is: ordered before 14:00, the courier brings it tomorrow between 8 and 12, for 19 euro, and you sign with your ID. It's 13:20, so I only need your yes.",
      },
      { by: "customer", text: "YES" },
      { by: "rep", text: "Ordered. The courier's link comes by text message at about seven tomorrow morning." },
    ],
    tags: ["express", "travel"],
    endState: "closed",
    rating: { score: 5, comment: "Card came in 20 hours." },
  },
  {
    key: "bank-credit-refused",
    categoryKey: "card_delivery",
    subject: "Credit card application status",
    opening: [
      'I applied for the gold card on {date}. The app says "in review" since then. My PIN for the old one runs out with the card. Any news?',
      "status of my new card application? ref {caseNumber}",
    ],
    turns: [
      {
        by: "rep",
        text: "It's with our colleagues in Lending, who are only missing your last payslip. I've asked them to keep your place in the queue. As soon as you've uploaded it under \"My applications\", you'll hear from us within two days.",
      },
    ],
    backchannel: {
      teamKey: "lending",
      question: "Gold application {caseNumber}, customer asks. What's holding it?",
      answer: [
        "Score 612, just under the cut. With the October payslip we can override, her employer is on the A list. Don't mention the score.",
      ],
    },
    tags: ["credit card"],
    endState: "pending",
  },
  {
    key: "bank-kart-gelmedi",
    categoryKey: "card_delivery",
    subject: "Yeni kartım gelmedi",
    language: "tr",
    opening: [
      "Merhaba, yeni kartımı iki hafta önce istedim ama hâlâ gelmedi. Nerede olduğunu öğrenebilir miyim?",
      "merhaba kartim gelmedi, eski kartin suresi bu ay bitiyor ne yapmaliyim",
    ],
    turns: [
      {
        by: "rep",
        text: "Merhaba! Kartınız adresinizdeki kapı numarası eksik olduğu için bize geri dönmüş. Numarayı tamamladım ve kartı bugün taahhütlü postayla yeniden gönderdim. Üç iş günü içinde elinizde olur.",
      },
      { by: "customer", text: "Çok teşekkür ederim, elinize sağlık." },
    ],
    tags: ["new card", "turkish"],
    endState: "closed",
    rating: { score: 5 },
  },
];
