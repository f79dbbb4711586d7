import type { Scenario } from "../../scenario";

export const hubPartOne: readonly Scenario[] = [
  {
    key: "home-hub-red",
    categoryKey: "hub",
    subject: "Hub light is red",
    opening: [
      "My hub shows a red light and nothing works. Router restarted, hub restarted. What does red want from me?",
      'hub red light, app says "hub offline"',
    ],
    turns: [
      {
        by: "rep",
        text: "Red means: power yes, internet no. Is the cable in a yellow port of the router? Some routers separate the guest ports from the rest.",
      },
      { by: "customer", text: "It was in the guest port since we vacuumed. Blue now!" },
    ],
    tags: ["offline"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-wifi-new",
    categoryKey: "hub",
    subject: "New router, hub not found",
    opening: [
      "We have a new internet provider and a new router. Now the app doesn't find the hub. Do I have to set up 34 devices again?!",
      "changed wifi, hub gone, pls dont tell me to redo everything",
    ],
    turns: [
      {
        by: "rep",
        text: "You don't. Just plug the hub into the new router with the cable; it remembers all 34. In the app tap \"Find again\". If your phone is in the 5 GHz guest network, it won't see it, so take the normal one.",
      },
      { by: "customer", text: "All 34 are back. I could hug you." },
    ],
    tags: ["wifi", "router"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-update-stuck",
    categoryKey: "hub",
    subject: "Update stuck at 62 %",
    opening: ["The hub's update has been at 62 % for two hours. May I pull the plug?", "firmware update hangs 62% hub"],
    turns: [
      {
        by: "rep",
        text: "At 62 it's writing to its memory, so please not yet. I see from here that it's waiting for a sensor that never answers. I've sent it a skip. It should go on within a minute.",
      },
      { by: "customer", text: "80... 100. Ok!" },
    ],
    backchannel: {
      teamKey: "devices",
      question: "Hub {serialNumber} at 62 % on 3.4.1. Safe to send a skip?",
      answer: [
        "Yes, known bug with old leak sensors, ticket HUB-882. 300 or so hit. 3.4.2 goes out Thursday; we're not stopping the roll-out officially.",
      ],
    },
    tags: ["firmware"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "home-move-house",
    categoryKey: "hub",
    subject: "Move hub to another house",
    opening: [
      "We're moving. How do I take the hub and all devices along without losing the automations?",
      "moving house with hub - back up possible?",
    ],
    turns: [
      {
        by: "rep",
        text: 'In the app: Hub, "Moving house". It keeps rules and names, and only asks you at the new place which room is which. Leave the bulbs of the old house in the app until you\'ve decided whether they come along.',
      },
    ],
    tags: ["moving"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-voice",
    categoryKey: "hub",
    subject: "Voice assistant doesn't find devices",
    opening: [
      "My voice assistant says it can't find any devices since I renamed my home in the app.",
      "voice control lost all devices after rename",
    ],
    turns: [
      {
        by: "rep",
        text: 'It holds on to the old name. In the assistant\'s own app: disconnect "Lumen Home", connect it again, "Discover". It takes two minutes, and routines stay as they are when the device names are the same.',
      },
    ],
    tags: ["voice"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-second-hub",
    categoryKey: "hub",
    subject: "Second hub for the garden house",
    opening: [
      "Sensors in the garden house, 25 m away, drop out all the time. Do I need a second hub, or is there something cheaper?",
      "range problem: garden shed sensors lose connection to hub",
    ],
    turns: [
      {
        by: "rep",
        text: "Something cheaper: a smart plug halfway, in the window facing the shed, passes the signal on. It's 14 euro. If it isn't enough, send it back and take the hub.",
      },
      { by: "customer", text: "The plug did it. Honest advice." },
    ],
    tags: ["range"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-family",
    categoryKey: "hub",
    subject: "Add my partner to the app",
    opening: [
      "How can I add my boyfriend to the app without giving him my password? He wants to turn on the lights as well, which is fair.",
      "share hub with 2nd person, how",
    ],
    turns: [
      {
        by: "rep",
        text: 'Home, "People", "Invite": he gets a link and makes his own account. You choose if he may change rules or only use things.',
      },
    ],
    tags: ["sharing"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-app-logout",
    categoryKey: "hub",
    subject: "App logs out daily",
    opening: [
      "The Lumen app asks me to sign in every single morning. With a code by mail. Before coffee!",
      "app logs me out every day, android",
    ],
    turns: [
      {
        by: "rep",
        text: "Your phone's battery saver clears it overnight. In the phone's settings, Apps, Lumen, Battery: \"Unrestricted\". Then it stays signed in for 90 days.",
      },
    ],
    tags: ["app"],
    endState: "closed",
    rating: { score: 4 },
  },
];
