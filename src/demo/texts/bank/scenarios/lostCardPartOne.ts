import type { Scenario } from "../../scenario";

export const lostCardPartOne: readonly Scenario[] = [
  {
    key: "bank-tram-wallet",
    categoryKey: "lost_card",
    subject: "Wallet left on the tram",
    opening: [
      "I left my wallet on tram 4 about twenty minutes ago and my debit card was in it. Please block it now, I'm still standing at the stop shaking.",
      "hi lost my card on the tram, wallet and all. can you block it pls",
      "Good afternoon. My wallet stayed behind on public transport this afternoon. It contained my Harbour Bank debit card ending {cardEnding} as well as my ID. I would ask you to block the card immediately and confirm in writing.",
    ],
    turns: [
      {
        by: "rep",
        text: "{firstName}, the card ending {cardEnding} is blocked as of this minute, and nothing has been paid with it today. A new one goes out tomorrow to the address we hold for you. Did you keep your PIN anywhere in the wallet?",
      },
      { by: "customer", text: "No, the PIN is only in my head. Thank god." },
      {
        by: "rep",
        text: "Good. Then your only job is the lost-property office: if the wallet turns up, please still cut the old card in two, it can't be revived.",
      },
    ],
    tags: ["lost card", "replacement"],
    endState: "closed",
    rating: { score: 5, comment: "So quick, and calm when I wasn't." },
  },
  {
    key: "bank-stolen-gym",
    categoryKey: "lost_card",
    subject: "Card stolen from gym locker",
    opening: [
      "Someone broke into my locker at the gym and took my purse. Two contactless payments already went through, both at a petrol station. I need the card stopped and my money back.",
      "My card was stolen at the gym today. I can see 2 payments for petrol which I obviously did not make since I have no car!!! What happens now",
    ],
    turns: [
      {
        by: "rep",
        text: "I've stopped the card. Both petrol payments, 38.20 and 41.75, are marked as disputed; you won't have to pay for them while we look into it. Could you file a police report and send us its number here?",
      },
      { by: "customer", text: "Done, the number is ST/0447121. The officer said it was the third locker this week." },
      {
        by: "rep",
        text: "Thank you, that's all we needed. Both amounts will be back on your account within two working days, and your new card will arrive by the end of the week.",
      },
    ],
    backchannel: {
      teamKey: "fraud",
      question: "Two contactless petrol payments after a locker theft, 79.95 in total, no PIN. Fine to credit at once?",
      answer: [
        "Terminal is on our list since Tuesday, same ring as the Altona cases. Credit it, code F-12, don't wait for the police number.",
        "And please don't tell the customer which station, the police have a camera there.",
      ],
    },
    tags: ["stolen card", "police report"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-not-sure-lost",
    categoryKey: "lost_card",
    subject: "Card somewhere in the house, maybe",
    opening: [
      'I can\'t find my card anywhere. It\'s probably in the house but I\'m not 100% sure. Is there something between "block it forever" and "do nothing"?',
      "missing card... last used it yesterday at the bakery, may be under the sofa, may be in the bakery. dont want to order a new one for nothing",
    ],
    turns: [
      {
        by: "rep",
        text: "Hi {firstName}, yes, there is: in the app, under Cards, you can pause it. Nothing can be paid while it is paused, and you can switch it back on yourself. I've just done that for you so you can search in peace.",
      },
      { by: "customer", text: "Brilliant. FOUND IT. I'll switch it on again." },
    ],
    tags: ["temporary lock"],
    endState: "closed",
    rating: { score: 5, comment: "I found it in the freezer. Don't ask." },
  },
  {
    key: "bank-abroad-lisbon",
    categoryKey: "lost_card",
    subject: "Wallet gone in Lisbon, no cash",
    opening: [
      "I'm in Lisbon, my bag was taken off the back of my chair, and with it my phone charger, my cards and all my cash. I have my passport and this phone at 30 %. Please block everything and tell me how I can pay for the hotel tonight.",
      "Stolen handbag in Portugal. Both cards gone. No money. Flight home on Sunday. Help please",
    ],
    turns: [
      {
        by: "rep",
        text: "Both cards are blocked. For tonight: I can send emergency cash to a pay-out counter near you, up to 400 euro, you only need your passport. There's one at Rossio station open until 22:00. Shall I?",
      },
      { by: "customer", text: "Yes please, 400. How do I know when it's there?" },
      {
        by: "rep",
        text: "You'll get a text message with an eight-digit code in about half an hour. Show that and the passport. The new cards will be at home before you are.",
      },
      { by: "customer", text: "Got the money. You saved my holiday." },
    ],
    backchannel: {
      teamKey: "fraud",
      question: "Emergency cash 400 for a customer in Lisbon, bag stolen. Face check passed. OK to release?",
      answer: [
        "OK. There was a log-in from Porto an hour ago but same device, so fine. Release code goes by text only, never in the chat.",
      ],
    },
    tags: ["stolen card", "abroad", "emergency cash"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-found-stranger",
    categoryKey: "lost_card",
    subject: "Found somebody's card",
    opening: [
      "Hello, I'm not a customer of yours, but I found one of your bank cards on the pavement outside the market hall. It has the name of an elderly lady on it, I think. What should I do with it? Hand it in, post it, cut it up? Whoever lost it will be looking for it.",
      "found a harbour bank card in the street. what do i do, is there a box or something. somebody lost it near the market",
    ],
    turns: [
      {
        by: "rep",
        text: "That's kind of you. Please cut it through the chip and put it in the bin: we've blocked it, and its owner will get a new one from us. There's nothing else you need to do.",
      },
    ],
    tags: ["found card"],
    endState: "closed",
  },
  {
    key: "bank-festival-pickpocket",
    categoryKey: "lost_card",
    subject: "Pickpocketed at a festival",
    opening: [
      "Pickpocket at the festival last night, took the front pocket clean. Card gone, ID gone, dignity gone. Is anybody already spending my money?",
      "My card was stolen at a concert yesterday evening around 23h. I only noticed this morning. Please block it and check for charges since then.",
    ],
    turns: [
      {
        by: "rep",
        text: "Nothing was spent since your last drink at 22:41, that one looks like you. The card is blocked now. Would you like the new one sent to your home or to a branch?",
      },
      { by: "customer", text: "Branch please, the one at the old port. My letterbox has no lock." },
      {
        by: "rep",
        text: "Then it will be at Old Port branch from {nextDate}. Bring any photo ID; the police confirmation for the lost one will do.",
      },
    ],
    tags: ["stolen card"],
    endState: "closed",
    rating: { score: 3, comment: "Fine, but I had to answer the same question twice." },
  },
  {
    key: "bank-partner-card",
    categoryKey: "lost_card",
    subject: "Husband's card lost, joint account",
    opening: [
      "My husband lost his card for our joint account. He's at work and can't call. Can I have it blocked for him?",
      "can i block the card of my husband? he lost it this morning, we have a joint account",
    ],
    turns: [
      {
        by: "rep",
        text: "You can, since the account belongs to both of you, and I've blocked his card. For the replacement I need his own yes, though. Could he confirm in his app, or answer this chat from his own log-in, once he has a minute?",
      },
    ],
    tags: ["lost card", "joint account"],
    endState: "need_info",
  },
];
