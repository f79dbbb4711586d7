import type { Scenario } from "../../scenario";

export const cameraPartOne: readonly Scenario[] = [
  {
    key: "home-offline-cam",
    categoryKey: "camera",
    subject: "Camera goes offline at night",
    opening: [
      "Our garden camera goes offline every night between 1 and 5. That's precisely when I'd want it.",
      "camera offline at night, wifi fine in daytime",
    ],
    turns: [
      {
        by: "rep",
        text: 'Your router has a "night rest" for the wireless network: from 1 to 5. I can see that the camera comes back at 5:00:10 each day. Switch it off in the router\'s settings, or exempt the camera.',
      },
    ],
    tags: ["offline", "night"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-motion-tree",
    categoryKey: "camera",
    subject: "Motion alerts from a tree",
    opening: [
      "I got 214 motion alerts yesterday, and all of them are my neighbour's tree.",
      "camera notifies for every leaf. can i make it people only",
    ],
    turns: [
      {
        by: "rep",
        text: 'Draw a zone that leaves out the tree, and set alerts to "People and animals". It\'s in the camera\'s settings, "What counts". On your recordings of yesterday that would have left six: postman, you, you, cat, cat, you.',
      },
      { by: "customer", text: "Six is fine. The cat may stay." },
    ],
    backchannel: {
      teamKey: "devices",
      question: "214 alerts a day, tree. Does the new filter work on this model?",
      answer: [
        "Only with firmware 5.1, he's on 5.0. I've pushed it quietly to his camera, don't promise it to others, 2 % brick.",
      ],
    },
    tags: ["motion", "alerts"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-night-blur",
    categoryKey: "camera",
    subject: "Picture blurred at night",
    opening: [
      "By day the picture's sharp, by night it's white fog. Cleaned the lens twice.",
      "night vision of camera totally foggy",
    ],
    turns: [
      {
        by: "rep",
        text: "The infrared light is reflected by something near: a spider's web, a gutter, a window pane? If it stands behind glass, it can't see at night, I'm afraid. A web is the usual answer in autumn.",
      },
      { by: "customer", text: "SPIDER. Huge. I've moved the camera, not the spider." },
    ],
    tags: ["night vision"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-storage",
    categoryKey: "camera",
    subject: "Where are recordings stored",
    opening: [
      "Are the camera's recordings stored in a cloud or on a card? I don't want my living room on a server.",
      "video storage local only possible? which sd card",
    ],
    turns: [
      {
        by: "rep",
        text: 'On a card only, if you like: choose "Local" when setting it up, up to 256 GB, about three weeks. Then nobody but you sees them, us included, and if the camera\'s stolen the recordings go with it. Indoor cameras have a shutter as well.',
      },
    ],
    tags: ["storage"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-live-slow",
    categoryKey: "camera",
    subject: "Live picture takes ages",
    opening: [
      "When the doorbell rings it takes 15 seconds for the live picture. By then the courier's in the next street.",
      "doorbell camera live view super slow",
    ],
    turns: [
      {
        by: "rep",
        text: 'It wakes up from battery saving, and then your network sends it the long way. Two things: "Ready mode" on, if it\'s wired, and put it on the 2.4 GHz network, as the 5 GHz barely reaches the door: 1 bar of 4.',
      },
      { by: "customer", text: "Now 4 seconds. OK." },
    ],
    tags: ["latency"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "home-neighbour-privacy",
    categoryKey: "camera",
    subject: "May I film the pavement",
    opening: [
      "My neighbour says that my camera may not film the pavement. Is he right, and can I black out a part?",
      "camera legal? neighbor complains it films public street",
    ],
    turns: [
      {
        by: "rep",
        text: "In most countries he's right: only your own ground. Use \"Privacy areas\": what's blacked out is never recorded, not even for us. Aim it down by 20 degrees and show him the picture; that often ends the matter.",
      },
    ],
    tags: ["privacy", "law"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-memory-full",
    categoryKey: "camera",
    subject: "Card full, not overwriting",
    opening: [
      '"Card full" although the camera should overwrite old recordings by itself.',
      "sd card full error cam, no new recordings since {date}",
    ],
    turns: [
      {
        by: "rep",
        text: 'The card is write-protected by a defect of its own; cards die after two or three years of writing. Save what you need, and put in one marked "endurance". Formatting happens in the app in a minute.',
      },
    ],
    tags: ["sd card"],
    endState: "closed",
    rating: { score: 5 },
  },
];
