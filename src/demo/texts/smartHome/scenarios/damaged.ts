import type { Scenario } from "../../scenario";

export const damaged: readonly Scenario[] = [
  {
    key: "home-broken-bulb",
    categoryKey: "damaged",
    subject: "Bulbs arrived broken",
    opening: [
      "Two of six bulbs arrived in pieces. The box itself looks fine, so they must have been packed broken.",
      "2 bulbs broken in the box, glass everywhere. order {orderNumber}",
    ],
    turns: [
      {
        by: "rep",
        text: "Sorry for the splinters! Two new ones leave tonight, in a better box. No need to send anything back; please just mind your fingers when throwing them away.",
      },
    ],
    tags: ["broken"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-missing-screws",
    categoryKey: "damaged",
    subject: "Screws missing from the lock",
    opening: [
      "The bag with the long screws is missing from my lock kit. I've got the door open and no lock on it!",
      "missing screws in lock package, door has a hole in it now",
    ],
    turns: [
      {
        by: "rep",
        text: "A door with a hole is urgent: the screws are plain M5 × 60, countersunk, and any hardware shop has them. Please buy them today and send me the receipt, we'll pay it; and the original bag comes with tomorrow's post anyway.",
      },
      { by: "customer", text: "2.80. Keep it, I just wanted my door closed." },
    ],
    backchannel: {
      teamKey: "warehouse",
      question: "Lock kit without the long screws. Known?",
      answer: [
        "Yes, lot 2609, about 1 in 50. There's a tray with spare bags by packing table 3. We're not recalling, R&D thinks it's not worth it.",
      ],
    },
    tags: ["missing parts"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-wrong-item",
    categoryKey: "damaged",
    subject: "Received somebody else's order",
    opening: [
      "I've received a camera that belongs to a Mr or Ms Kowalczyk, with a very nice note. I ordered two dimmers.",
      "wrong item in my parcel!! got a camera instead of dimmers",
    ],
    turns: [
      {
        by: "rep",
        text: "Two labels changed places on our table. Your dimmers go out today by express. The camera will be collected at your door on {nextDate}; the box just needs to be closed. And we'll make sure that the nice note arrives.",
      },
    ],
    tags: ["wrong item"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-scratched",
    categoryKey: "damaged",
    subject: "Thermostat display scratched",
    opening: [
      "The display of my new thermostat has a scratch across it. It works, but I'd see it every day. Order {orderNumber}.",
      "scratched screen on arrival, thermostat. not ok for that price",
    ],
    turns: [
      {
        by: "rep",
        text: "It should be flawless. I can send a new one, or, if the scratch is one you could live with, refund 30 %. Which would you prefer?",
      },
      { by: "customer", text: "A new one, please. I know myself." },
      { by: "rep", text: "It's packed tonight. Use the same box for the scratched one, label inside." },
    ],
    tags: ["scratched"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-empty-box",
    categoryKey: "damaged",
    subject: "Box was empty",
    opening: [
      "The box arrived taped up with different tape and nothing in it. An empty box! I paid {amount} for air.",
      "parcel empty, tape was cut and re-taped. contents missing. photo attached",
    ],
    turns: [
      {
        by: "rep",
        text: "That's theft on the way, I'm afraid. Thank you for the photo of the tape; it's all we need. A new camera leaves today with a signature required. You don't have to report anything, we do.",
      },
    ],
    backchannel: {
      teamKey: "warehouse",
      question: "Empty box, re-taped with brown tape, {orderNumber}. What did it weigh when it left?",
      answer: [
        "0.98 kg out, 0.31 at the Zaragoza hub. Sixth since October, all cameras. Security has a suspect on the night shift there, keep it confidential.",
      ],
    },
    tags: ["empty", "theft"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-dented-hub",
    categoryKey: "damaged",
    subject: "Dent in the hub",
    opening: [
      "My hub has arrived with a dented corner. Does it matter? It blinks blue.",
      "hub damaged, corner dented, seems to work though. should i use it?",
    ],
    turns: [
      {
        by: "rep",
        text: "If it blinks blue and finds your devices, it only matters to the eye. Keep it and take 15 euro back, or send it in and get a new one. There's no wrong answer.",
      },
      { by: "customer", text: "15 euro. It's in a cupboard anyway." },
    ],
    tags: ["dented"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-missing-cable",
    categoryKey: "damaged",
    subject: "Power cable missing",
    opening: [
      "No power cable in the camera box. Instructions show one. Did I miss a compartment?",
      "cable missing from outdoor cam package",
    ],
    turns: [
      {
        by: "rep",
        text: "There's a flap beneath the cardboard tray which everybody misses. If it isn't there either, tell me and I'll send one.",
      },
      { by: "customer", text: "Found it under the flap. Who designs these?" },
      { by: "rep", text: "Someone who has never unpacked one, I suspect. I'll pass it on." },
    ],
    tags: ["missing parts"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-wet",
    categoryKey: "damaged",
    subject: "Parcel arrived soaked",
    opening: [
      "The parcel stood in the rain; the whole box was soaked and the cardboard inside is damp. Is it safe to plug in?",
      "box completely wet. damaged? don't dare to plug in the valves",
    ],
    turns: [
      {
        by: "rep",
        text: "Please don't plug it in yet. Let it dry for a day in a warm room. Could you send a photo of the inner packaging, and tell me if there's fog behind the display? Then I'll know what to replace.",
      },
    ],
    tags: ["water damage"],
    endState: "need_info",
  },
  {
    key: "home-pack-of-four",
    categoryKey: "damaged",
    subject: "Only three in a pack of four",
    opening: [
      "A pack of four bulbs with three bulbs in it. The fourth place is empty and clean, never had one.",
      "4-pack contains 3. missing one. {orderNumber}",
    ],
    turns: [
      { by: "rep", text: "Then the machine skipped one. The fourth is on its way, with a fifth for the trouble." },
    ],
    tags: ["missing"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-glass-door",
    categoryKey: "damaged",
    subject: "Camera glass cracked by frost",
    opening: [
      "Unpacked the outdoor camera and there's a crack in the glass. Was it dropped?",
      "outdoor cam arrived with cracked lens cover, damaged in transit i guess",
    ],
    turns: [
      {
        by: "rep",
        text: "Most likely, there's a hard edge on one side of that box. A replacement goes out tomorrow. Please put the cracked one in the same box for the courier, who'll come on {nextDate}.",
      },
      { by: "customer", text: "He came, but a day late." },
    ],
    tags: ["cracked"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "home-kaputt-angekommen",
    categoryKey: "damaged",
    subject: "Ware beschädigt",
    language: "de",
    opening: [
      "Hallo, der Hub kam mit abgebrochener Antenne an. Was nun?",
      "Guten Tag, Paket heute erhalten, Gehäuse gesprungen. Ich bitte um Ersatz.",
    ],
    turns: [
      {
        by: "rep",
        text: "Hallo, das tut mir leid! Ein neues Gerät geht heute noch raus. Das alte dürfen Sie behalten oder beim Wertstoffhof abgeben, zurückschicken müssen Sie nichts.",
      },
      { by: "customer", text: "Sehr unkompliziert, danke." },
    ],
    tags: ["german", "broken"],
    endState: "closed",
    rating: { score: 4 },
  },
];
