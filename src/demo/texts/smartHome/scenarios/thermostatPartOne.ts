import type { Scenario } from "../../scenario";

export const thermostatPartOne: readonly Scenario[] = [
  {
    key: "home-valve-cold",
    categoryKey: "thermostat",
    subject: "Radiator stays cold",
    opening: [
      'The radiator in the nursery stays cold although the thermostat shows 22 and "heating". Baby is due in two weeks.',
      "radiator valve says heating but radiator is cold. others fine",
    ],
    turns: [
      {
        by: "rep",
        text: "The little pin under the valve may be stuck after summer, that's common. Take the valve off and press the pin with something flat: it should spring back. If it doesn't, a tap on the side with a wooden spoon helps.",
      },
      { by: "customer", text: "It sprang! Warm already. My midwife says thank you." },
    ],
    tags: ["valve", "cold"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-calibrate",
    categoryKey: "thermostat",
    subject: "Shows two degrees too much",
    opening: [
      "My thermostat shows 23 while my good old glass thermometer says 21. Whom do I believe?",
      "temperature on thermostat wrong, +2 degrees. how to correct",
    ],
    turns: [
      {
        by: "rep",
        text: 'The glass one. Yours hangs above a lamp or a warm pipe, doesn\'t it? In the app you can set "Offset" to −2; better still, add a room sensor and let the valve follow that.',
      },
    ],
    tags: ["calibration"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-boiler-compat",
    categoryKey: "thermostat",
    subject: "Compatible with my boiler",
    opening: [
      'Does your thermostat work with a Brenner K20 gas boiler? It has two wires and a sticker saying "BUS". I don\'t want to blow up the house.',
      "thermostat compatible with boiler that has a bus connection? 2 wires",
    ],
    turns: [
      {
        by: "rep",
        text: "\"BUS\" means that it doesn't switch but talks, and our basic model doesn't speak that. You need the Pro with the adapter for digital boilers. Please let an installer connect it; and no, houses don't blow up from this, but a circuit board might.",
      },
    ],
    backchannel: {
      teamKey: "installation",
      question: "Boiler Brenner K20 with BUS. Pro with adapter D2 fine?",
      answer: [
        "Fine from serial 14 on. Older ones need our relay box and lose modulation. Ask for a photo of the plate before selling, two came back last month at our cost.",
      ],
    },
    tags: ["compatibility"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-night-setback",
    categoryKey: "thermostat",
    subject: "Heating starts at 4 am",
    opening: [
      "Why does my heating start at 4 in the morning when the schedule says 6:30? I wake up sweating.",
      "thermostat heats 2h before schedule. bug?",
    ],
    turns: [
      {
        by: "rep",
        text: 'It\'s "early start": it wants 21 degrees to be reached at 6:30, and thinks that your house is slow. Under Heating, "Early start", you can limit it to 45 minutes or switch it off. It learned from a cold week, it will get wiser.',
      },
    ],
    tags: ["schedule"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-battery-valve",
    categoryKey: "thermostat",
    subject: "Valve eats batteries",
    opening: [
      "My radiator valves need new batteries every six weeks. Promised was a year.",
      "valve batteries empty all the time, 3rd set since autumn",
    ],
    turns: [
      {
        by: "rep",
        text: "That's too often. Are those rechargeable ones? They begin at 1.2 volts, which the valve takes for nearly empty, so it keeps retrying. With lithium or good alkaline ones it should be ten months or more.",
      },
      { by: "customer", text: "They are rechargeable, I wanted to be good." },
    ],
    backchannel: {
      teamKey: "devices",
      question: "Valve, six weeks per set. What's the log say?",
      answer: ["1.19 V at start, so rechargeables. But firmware 2.8 also polls too often, fix is in 2.9, not dated."],
    },
    tags: ["battery"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-window-open",
    categoryKey: "thermostat",
    subject: "Window detection never works",
    opening: [
      "I open the window and the heating runs on happily. Wasn't it supposed to notice?",
      "open window detection does nothing. heating the street here",
    ],
    turns: [
      {
        by: "rep",
        text: "It looks for a fall of 1.5 degrees in three minutes, and a tilted window isn't enough for that. \"High\" sensitivity helps with big rooms; a small contact on the frame always works, as it doesn't have to guess.",
      },
    ],
    tags: ["window"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "home-away-mode",
    categoryKey: "thermostat",
    subject: "Away mode forgot to come back",
    opening: [
      "We came home to 14 degrees. Away mode should have ended yesterday, but the heating stayed at frost protection.",
      "thermostat didn't come back from holiday mode. house freezing",
    ],
    turns: [
      {
        by: "rep",
        text: "Brr. The end was set in the time zone of your holiday, six hours behind, so it would have ended this afternoon. I've ended it from here; the boiler's running now. With tonight's update the end always counts in home time.",
      },
      { by: "customer", text: "Radiators are getting warm. Tea helps too." },
    ],
    tags: ["away"],
    endState: "closed",
    rating: { score: 5 },
  },
];
