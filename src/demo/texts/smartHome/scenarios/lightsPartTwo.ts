import type { Scenario } from "../../scenario";

export const lightsPartTwo: readonly Scenario[] = [
  {
    key: "home-group",
    categoryKey: "lights",
    subject: "Three lamps, only two react",
    opening: [
      'The ceiling light has three bulbs. When I say "living room off" only two go off. The third one\'s stubborn.',
      "one of three bulbs ignores group command. works alone",
    ],
    turns: [
      {
        by: "rep",
        text: "It's still in a second room: \"Livingroom\" without a space, probably from the first try. I can see both names in your hub's report. Move it over in the app and delete the empty room.",
      },
      { by: "customer", text: "You're right, there it was, lonely." },
    ],
    tags: ["group"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-power-cut",
    categoryKey: "lights",
    subject: "All lights on after power cut",
    opening: [
      "We had a power cut at 3 am, and when the power came back ALL LIGHTS went on at full brightness. Children awake. Why?",
      "lights all on after power outage in the night. how to stop that",
    ],
    turns: [
      {
        by: "rep",
        text: 'I\'m sorry for that night. Bulbs start as they were built, at full. In the app, "After power loss", choose "As before" and "Apply to all 19". Done once, it stays.',
      },
      { by: "customer", text: "Should be the default." },
      { by: "rep", text: "I agree, and I've written that down with your story." },
    ],
    tags: ["power cut"],
    endState: "closed",
    rating: { score: 3, comment: "Good answer, but the default is wrong!" },
  },
  {
    key: "home-scene",
    categoryKey: "lights",
    subject: "Scene sharing with grandmother",
    opening: [
      "I'd like my grandmother to have one button for \"all lights off\" by her bed. She doesn't want a phone. What do I buy?",
      "1 button -> all lights off, for an old lady, no app. which product?",
    ],
    turns: [
      {
        by: "rep",
        text: 'The wall button, single, with a magnet; it needs no cable and the battery lasts four years. You set it up once from your phone. If you like, hold it long for "hallway at 20 %", so she doesn\'t walk in the dark.',
      },
      { by: "customer", text: "That long-press is a great idea." },
    ],
    tags: ["scenes"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-max-number",
    categoryKey: "lights",
    subject: "How many bulbs per hub",
    opening: [
      "How many bulbs can one hub manage? We're renovating and would come to about 70 lights.",
      "max lamps per hub? planning 70",
    ],
    turns: [
      {
        by: "rep",
        text: "Up to 100 devices, and 70 lights are fine if there's no more than about eight metres from one to the next. Bulbs pass signals on, battery sensors don't. With a cellar I'd plan a second hub.",
      },
    ],
    backchannel: {
      teamKey: "installation",
      question: "70 bulbs plus cellar on one hub. Would you sign that?",
      answer: [
        "On paper yes. In practice from 60 on the mesh takes 4 to 5 s for a scene with firmware before 3.2. Suggest two hubs, 10 % project code is P-RENO.",
      ],
    },
    tags: ["limits"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-heat",
    categoryKey: "lights",
    subject: "Bulb gets hot in closed lamp",
    opening: [
      "The bulb in the closed bathroom lamp gets so hot that it switches itself off after an hour. Is that intended?",
      "light switches off by itself after ~1h in closed glass lamp, hot",
    ],
    turns: [
      {
        by: "rep",
        text: "It's protecting itself, so yes, but you shouldn't have to live with it. In closed glass please use at most 75 %, or our 5-watt version. I can exchange it, since the package doesn't say so clearly.",
      },
    ],
    tags: ["heat"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-led-strip",
    categoryKey: "lights",
    subject: "Can the LED strip be cut",
    opening: [
      "Can I cut the light strip to 1.7 m, and can I use the rest?",
      "led strip: cutting allowed? whats with the other end",
    ],
    turns: [
      {
        by: "rep",
        text: "Cutting is fine at the copper lines with the scissors symbol, every 10 cm. The rest can be used with a second power supply. What version do you have? It's printed beside the plug, V2 or V3; with V2 the colours stop working behind a cut.",
      },
    ],
    tags: ["led strip"],
    endState: "need_info",
  },
  {
    key: "home-ampoule",
    categoryKey: "lights",
    subject: "Ampoule qui clignote",
    language: "fr",
    opening: [
      "Bonjour, une de mes ampoules clignote sans arrêt depuis ce matin et ne répond plus. Que faire ?",
      "bonjour ampoule du salon qui clignote rouge, impossible de l'éteindre depuis l'appli",
    ],
    turns: [
      {
        by: "rep",
        text: "Bonjour ! Le rouge clignotant veut dire qu'elle cherche le hub. Éteignez-la dix secondes à l'interrupteur, puis rallumez-la tout près du hub si possible. Elle devrait se calmer en une minute.",
      },
      { by: "customer", text: "Elle est calme. Moi aussi. Merci !" },
    ],
    tags: ["flicker", "french"],
    endState: "closed",
    rating: { score: 5 },
  },
];
