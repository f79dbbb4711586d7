import type { Scenario } from "../../scenario";

export const lightsPartOne: readonly Scenario[] = [
  {
    key: "home-flicker",
    categoryKey: "lights",
    subject: "Bulbs flicker when dimmed",
    opening: [
      "My bulbs flicker when I dim them below 30 %. All four of them, in the kitchen.",
      "smart bulbs flickering at low brightness. driving me mad. is it the bulb or the lamp?",
    ],
    turns: [
      {
        by: "rep",
        text: "Hi {firstName}, is there an old wall dimmer in front of them? Our bulbs do their own dimming, and two dimmers in a row argue with each other.",
      },
      { by: "customer", text: "Yes, a rotary one from the nineties." },
      {
        by: "rep",
        text: "That's it. Turn it fully up and leave it there, or replace it with a plain switch; there's also our wall button, which looks like a dimmer and isn't one.",
      },
    ],
    tags: ["flicker", "dimmer"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-unreachable",
    categoryKey: "lights",
    subject: "Lamp shows as unreachable",
    opening: [
      'The lamp in the hallway is "unreachable" every evening at about seven. The rest of the house is fine.',
      "hallway bulb offline every evening, same time, why",
    ],
    turns: [
      {
        by: "rep",
        text: "Every evening at seven sounds like people: does somebody use the wall switch when coming home? Without power the bulb can't be reached.",
      },
      { by: "customer", text: "...my husband. For three months." },
      { by: "rep", text: "There's a little cover that keeps the switch on, 3 euro, or a talk, free of charge." },
    ],
    tags: ["unreachable"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-colours",
    categoryKey: "lights",
    subject: "White doesn't match",
    opening: [
      "Two bulbs, same setting, different white. One is yellowish. Bought half a year apart.",
      "light colour differs between old and new bulb at same setting",
    ],
    turns: [
      {
        by: "rep",
        text: "Between the two, we changed the LED supplier. In the app under the bulb, \"Calibrate white\": put the older one at +6. It's not perfect below 20 %; if it still bothers you I'll send you two from one batch.",
      },
    ],
    backchannel: {
      teamKey: "warehouse",
      question: "Customer wants two bulbs of the same batch for matching white. Possible?",
      answer: [
        "Batch is on the inner ring, end digits. Take two from 25W31, rack C4. The new LEDs are 8 % cheaper, that's why they changed, please not to the customer.",
      ],
    },
    tags: ["white tone"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-schedule-dst",
    categoryKey: "lights",
    subject: "Lights come on an hour early",
    opening: [
      "Since the clocks changed, my garden lights come on an hour early. Sunset is set in the app.",
      "lamps turn on at wrong time since sunday, time change?",
    ],
    turns: [
      {
        by: "rep",
        text: 'The hub\'s location was empty, so it took sunset from our head office. In the app: Home, "Location", set your town. Tonight they should come on at 17:48.',
      },
      { by: "customer", text: "17:48 on the dot." },
    ],
    tags: ["schedule"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-buzzing",
    categoryKey: "lights",
    subject: "Bulb hums",
    opening: [
      "My bedside bulb hums. Very quietly, but at night I hear it. Is a humming bulb dangerous?",
      "light bulb makes a buzzing noise when on 10%. normal?",
    ],
    turns: [
      {
        by: "rep",
        text: "It isn't dangerous: a coil inside is swinging. It's most audible between 5 and 15 %. Try \"Soft start\" off in the bulb's settings; if that doesn't silence it, we'll change it, nobody should sleep beside a mosquito.",
      },
    ],
    backchannel: {
      teamKey: "devices",
      question: "Humming at 5 to 15 %. Batch fault?",
      answer: [
        "Coil from supplier B, weeks 18 to 22. Swap without discussion, about 1 % complain. We don't announce it.",
      ],
    },
    tags: ["noise"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-reset-bulb",
    categoryKey: "lights",
    subject: "How to reset a bulb",
    opening: [
      "I bought a used bulb of yours and can't add it. The former owner is unreachable. How do I reset a lamp?",
      "reset bulb how?? button doesnt exist",
    ],
    turns: [
      {
        by: "rep",
        text: "With the light switch: off and on six times, two seconds each, until it blinks red. Then add it within five minutes.",
      },
      { by: "customer", text: "It blinked on the seventh. Close enough." },
    ],
    tags: ["reset"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-outdoor",
    categoryKey: "lights",
    subject: "Can bulbs be used outside",
    opening: [
      "Can I use the E27 bulb in my porch lamp? It's under a roof but not heated.",
      "outdoor use of normal bulbs ok? terrace, covered, -10 in winter",
    ],
    turns: [
      {
        by: "rep",
        text: "Under a roof and in a closed lamp: yes, down to minus 10. In an open one, where fog gets in: please take the outdoor version, it has a sealed base. It's 4 euro more and lasts instead of rusting.",
      },
    ],
    tags: ["outdoor"],
    endState: "closed",
    rating: { score: 4 },
  },
];
