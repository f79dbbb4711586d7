import type { Scenario } from "../../scenario";

export const cardDeliveryPartTwo: readonly Scenario[] = [
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
