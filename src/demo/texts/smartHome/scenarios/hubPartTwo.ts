import type { Scenario } from "../../scenario";

export const hubPartTwo: readonly Scenario[] = [
  {
    key: "home-no-internet",
    categoryKey: "hub",
    subject: "Does it work without internet",
    opening: [
      "If the internet is down, do my lights still work with your hub? The reviews contradict each other.",
      "hub without internet possible? cabin in the woods, no wifi",
    ],
    turns: [
      {
        by: "rep",
        text: "Lights, heating, buttons and rules all run in the hub, no internet needed. What you lose: control from outside, voice, camera clips, and the sunset if you move the house. For the cabin: set it up once at home, then take it along.",
      },
    ],
    tags: ["offline"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-automation",
    categoryKey: "hub",
    subject: "Rule runs twice",
    opening: [
      'My "good night" rule runs twice, so the blinds go down, up and down again. Looks like the house has a hiccup.',
      "automation triggers 2x every evening hub",
    ],
    turns: [
      {
        by: "rep",
        text: "There are two copies of it: one in the hub, one in your husband's phone as a shortcut. Delete the shortcut. The hub's report shows both, 0.4 seconds apart.",
      },
    ],
    tags: ["automation"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-zigbee",
    categoryKey: "hub",
    subject: "Pair a device from another brand",
    opening: [
      "Can the hub pair a leak sensor from another brand? The box says Zigbee 3.0.",
      "other brands zigbee sensor on your hub? doesnt show up",
    ],
    turns: [
      {
        by: "rep",
        text: "Usually it does: Add device, \"Other\". Hold the sensor within a metre and press its button for about ten seconds. If it doesn't show up, tell me the exact model from its back, and I'll look in our list.",
      },
    ],
    tags: ["compatibility"],
    endState: "need_info",
  },
  {
    key: "home-port",
    categoryKey: "hub",
    subject: "Network admin asks about ports",
    opening: [
      "Our office administrator asks which ports and hosts the hub needs. He blocks everything by default.",
      "which outgoing ports does the hub use? corporate firewall",
    ],
    turns: [
      {
        by: "rep",
        text: 'Outgoing 443 and 8883 over TCP, 123 over UDP for the time; nothing incoming. The list of hosts is on our support page under "Networks", and it\'s versioned, so he can subscribe to changes.',
      },
    ],
    tags: ["network"],
    endState: "closed",
    rating: { score: 5, comment: "Finally someone who knows what a port is." },
  },
  {
    key: "home-lost-all",
    categoryKey: "hub",
    subject: "App shows an empty home",
    opening: [
      "I opened the app and EVERYTHING IS GONE. No rooms, no devices, nothing.",
      "app is empty since this morning?? hub blinks blue like always",
    ],
    turns: [
      {
        by: "rep",
        text: "Don't worry, {firstName}, it's all still in the hub. You've signed in with another e-mail address, the one with the dot in it, so you see a new, empty home. Sign out, and take the one without the dot.",
      },
      { by: "customer", text: "Oh dear. Everything's back. Sorry for the capitals." },
    ],
    tags: ["app", "panic"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-privacy",
    categoryKey: "hub",
    subject: "What data leaves the house",
    opening: [
      "Before I set up the hub: what data does it send, where to, and can I switch that off?",
      "does your hub phone home? want to know exactly what the app transmits",
    ],
    turns: [
      {
        by: "rep",
        text: 'Device states (on, off, 21 degrees) go to our servers in Spain so that you can see them on the go; kept for 30 days. Sound and pictures never leave without your command. "Local only" in the hub\'s settings switches all of it off; you lose remote access.',
      },
    ],
    tags: ["privacy"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-hub-verbindung",
    categoryKey: "hub",
    subject: "Hub verliert Verbindung",
    language: "de",
    opening: [
      "Hallo, mein Hub verliert jede Nacht um drei die Verbindung. Danach muss ich ihn neu starten. Woran liegt das?",
      "hub ist jede nacht offline, der router wird da neu gestartet glaub ich",
    ],
    turns: [
      {
        by: "rep",
        text: "Hallo! Genau das ist es: Der Router startet um drei Uhr neu, und der Hub war schneller wieder da als er. Mit Version 3.4 wartet der Hub; das Update habe ich gerade für Sie freigegeben.",
      },
      { by: "customer", text: "Drei Nächte ohne Ausfall. Perfekt." },
    ],
    tags: ["german", "offline"],
    endState: "closed",
    rating: { score: 4 },
  },
];
