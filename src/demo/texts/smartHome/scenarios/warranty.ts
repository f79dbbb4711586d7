import type { Scenario } from "../../scenario";

export const warranty: readonly Scenario[] = [
  {
    key: "home-dead-after-year",
    categoryKey: "warranty",
    subject: "Hub died after 14 months",
    opening: [
      "My hub died after 14 months; not a blink. I suppose the warranty was a year?",
      "hub dead, 14 months old, serial {serialNumber}. warranty?",
    ],
    turns: [
      {
        by: "rep",
        text: "It's three years, {firstName}, so you're fine. A new one leaves today, and your rooms and rules will be restored to it when you scan its code. The old one can go into the same box.",
      },
    ],
    backchannel: {
      teamKey: "warehouse",
      question: "Replacement hub for {serialNumber}, new or refurbished?",
      answer: ["New, refurbs ran out on Monday. 22 new ones until the container comes, go easy."],
    },
    tags: ["dead device"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-lock-motor",
    categoryKey: "warranty",
    subject: "Lock motor broken",
    opening: [
      "The motor in my lock gave up after two years. Is this covered by warranty, and how do I live without a lock meanwhile?",
      "lock motor broken, bought 2024, warranty claim. invoice attached",
    ],
    turns: [
      {
        by: "rep",
        text: "It is covered. We send the replacement first, so you're never without one: mount it, then put the old one into the box. By key, the old one keeps working until then.",
      },
    ],
    backchannel: {
      teamKey: "devices",
      question: "Lock motor failed after 2 years, S2 series. Wear or defect?",
      answer: [
        "Gear is plastic until week 30/24, known. We replace quietly to 4 years, no statement on the cause. Log under Q-17.",
      ],
    },
    tags: ["motor"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-no-receipt",
    categoryKey: "warranty",
    subject: "Warranty without receipt",
    opening: [
      "My thermostat's display has gone dark. Bought in a shop in Lyon, receipt faded to white. Any warranty without it?",
      "thermal paper receipt unreadable. warranty still possible?",
    ],
    turns: [
      {
        by: "rep",
        text: "Often, yes. Please send me the serial number, which is inside the battery cover; it tells us when it was sold to the shop. A card statement with the shop's name helps as well.",
      },
    ],
    tags: ["receipt"],
    endState: "need_info",
  },
  {
    key: "home-water-camera",
    categoryKey: "warranty",
    subject: "Water in the camera",
    opening: [
      "There's water behind the glass of my outdoor camera. It's IP65! 18 months old, so within warranty.",
      "water inside outdoor camera, warranty claim",
    ],
    turns: [
      {
        by: "rep",
        text: "Within warranty, yes. On your photo the cable enters from above, so water runs along it into the plug; we replace it this time. Please make a loop downwards with the new one, so that it can drip off.",
      },
      { by: "customer", text: "Understood, a drip loop." },
    ],
    tags: ["water"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "home-refurbished",
    categoryKey: "warranty",
    subject: "Replacement is refurbished",
    opening: [
      "The replacement under warranty has scratches. Did you send me a used one?",
      "warranty replacement is refurbished?? nobody told me",
    ],
    turns: [
      {
        by: "rep",
        text: "It's refurbished, as our terms allow, but it should look like new, and yours doesn't. I can send another, or refund 25 %. I'm sorry it wasn't said clearly.",
      },
    ],
    backchannel: {
      teamKey: "warehouse",
      question: "Refurbished replacement with scratches went out. Any new one in stock?",
      answer: [
        "New ones are held for orders until the 20th, management's call. Grade A refurbs, 14 pieces, pick by hand. Grade B shouldn't have been shipped, that's on us.",
      ],
    },
    tags: ["refurbished"],
    endState: "closed",
    rating: { score: 2, comment: "I'd paid for a new one." },
  },
  {
    key: "home-second-failure",
    categoryKey: "warranty",
    subject: "Third replacement fails",
    opening: [
      "This is the third valve with the same defect. I don't want a fourth. I'd like my money.",
      "3rd broken valve under warranty. refund instead of replacement please",
    ],
    turns: [
      {
        by: "rep",
        text: "After three, that's entirely fair: {amount} are going back to your card, for the valve and its two forerunners' trouble. Should the other seven in your flat show the same, you'll get the same answer.",
      },
    ],
    tags: ["repeat"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-extend",
    categoryKey: "warranty",
    subject: "Extend the warranty",
    opening: [
      'Can I extend the warranty on my cameras? The mail says "last chance" every week.',
      "warranty extension, worth it? 3 cams",
    ],
    turns: [
      {
        by: "rep",
        text: "You've got three years by default; the extension makes it five, at 9 euro per device. Honestly: for indoor cameras I wouldn't, for those in the sun and rain I would. And I've taken you off the \"last chance\" list.",
      },
    ],
    tags: ["extension"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-moved-country",
    categoryKey: "warranty",
    subject: "Warranty in another country",
    opening: [
      "I moved from Spain to Norway. Is my warranty still valid, and where would I send a defective plug?",
      "warranty valid in norway? bought in valencia",
    ],
    turns: [
      {
        by: "rep",
        text: "It moves with you. For Norway we use a collection point in Oslo, no customs. I've put the label for the plug into your mail.",
      },
    ],
    tags: ["abroad"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-lightning",
    categoryKey: "warranty",
    subject: "Lightning strike",
    opening: [
      "A lightning strike killed the hub and two plugs. Does the warranty cover acts of God?",
      "thunderstorm fried my hub. warranty or insurance",
    ],
    turns: [
      {
        by: "rep",
        text: "God isn't covered, I'm afraid, but your home insurance usually is the right place. I've written a damage report for it with the current value, and you'd get 30 % off for the new ones.",
      },
      { by: "customer", text: "The insurance paid. Thanks for the report." },
    ],
    tags: ["lightning"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "home-button-worn",
    categoryKey: "warranty",
    subject: "Worn-out wall button",
    opening: [
      "The wall button has to be pressed three times. It's two and a half years old, still under warranty, I hope?",
      "wall switch worn out, warranty (2.5y)? order {orderNumber}",
    ],
    turns: [
      {
        by: "rep",
        text: "Still under warranty, by half a year. A new one comes by letter, it fits through the slot. It had 41,000 presses, if you'd like to know: the hallway?",
      },
      { by: "customer", text: "Hallway, with three children." },
    ],
    tags: ["wear"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-garantie",
    categoryKey: "warranty",
    subject: "Garantie sur une serrure",
    language: "fr",
    opening: [
      "Bonjour, ma serrure achetée il y a deux ans ne fonctionne plus. Est-elle encore sous garantie ?",
      "bonjour, clavier de la serrure en panne, facture jointe, garantie svp",
    ],
    turns: [
      {
        by: "rep",
        text: "Bonjour ! Oui, la garantie est de trois ans. Un clavier neuf part aujourd'hui ; en attendant, l'application et la clé ouvrent toujours la porte.",
      },
      { by: "customer", text: "Reçu et monté. Service impeccable." },
    ],
    tags: ["warranty", "french"],
    endState: "closed",
    rating: { score: 5 },
  },
];
