import type { Scenario } from "../../scenario";

export const cameraPartTwo: readonly Scenario[] = [
  {
    key: "home-subscription-cam",
    categoryKey: "camera",
    subject: "Do I need the subscription",
    opening: [
      "Does the camera work without the monthly plan, or is it a brick then? Straight answer please.",
      "camera w/o subscription: what works, what doesn't",
    ],
    turns: [
      {
        by: "rep",
        text: "Straight: live view, alerts, card recording and two-way talk work for ever without it. The plan adds 30 days in the cloud, face groups and a longer clip. Try it a month and you'll see if you miss it.",
      },
    ],
    tags: ["subscription"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-siren",
    categoryKey: "camera",
    subject: "Siren went off by itself",
    opening: [
      "The camera's siren went off at 6:30 on Sunday morning, for no reason. The whole street hates me.",
      "siren of outdoor cam triggered alone, how do i stop this",
    ],
    turns: [
      {
        by: "rep",
        text: 'The reason is a rule: "Alarm, if motion while away", and your phone was away, on a jog. I\'ve seen that it\'s linked to your phone only. Set it to "everybody away", so that those asleep at home count, too.',
      },
    ],
    tags: ["siren"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-doorbell-chime",
    categoryKey: "camera",
    subject: "Chime doesn't ring",
    opening: [
      "The doorbell camera shows visitors but the chime in the hallway stays silent. Visitors think we hate them.",
      "chime not ringing when doorbell pressed, cam works",
    ],
    turns: [
      {
        by: "rep",
        text: 'It\'s an older electronic gong, isn\'t it? These need the small adapter from the box, between the two wires. In the app choose "Electronic" instead of "Mechanical".',
      },
      { by: "customer", text: "The adapter was what I took for a spare part. Dingdong!" },
    ],
    tags: ["doorbell"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-recording-police",
    categoryKey: "camera",
    subject: "Police want recording",
    opening: [
      "Somebody stole a bike in our street, and the police ask for my camera's recordings. How do I export them properly?",
      "export video for police? car damaged, it's on my cam",
    ],
    turns: [
      {
        by: "rep",
        text: "Choose the clip, \"Export with certificate\": it adds a signature with time, which courts accept. Which day and hour is it? Clips of more than 30 days ago are gone, so let's be quick if it's close to that.",
      },
    ],
    tags: ["evidence"],
    endState: "need_info",
  },
  {
    key: "home-talk-back",
    categoryKey: "camera",
    subject: "No sound when talking",
    opening: [
      "I can hear the courier through the camera, but he can't hear me. I shout at my phone like an idiot.",
      "two way talk not working, cam speaker silent",
    ],
    turns: [
      {
        by: "rep",
        text: "The app isn't allowed to use your microphone: phone settings, Lumen, Microphone, on. Hold the button while talking, like an old radio.",
      },
      { by: "customer", text: "Over and out. Works!" },
    ],
    tags: ["audio"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-hacked-fear",
    categoryKey: "camera",
    subject: "Voice from the camera",
    opening: [
      'My daughter says that the camera in her room "talked" last night. I\'ve pulled the plug. Has somebody hacked us?',
      "strange voice from indoor camera at 22:40. hacked??? unplugged it",
    ],
    turns: [
      {
        by: "rep",
        text: 'You did right to unplug it. I\'ve looked at every access of the last 30 days: at 22:41 the talk button was pressed on a tablet named "Papa", inside your own network. Nobody from outside has ever connected.',
      },
      { by: "customer", text: "My husband fell asleep on the tablet... he confessed to snoring." },
      { by: "rep", text: "I'm relieved with you. I've sent you a guide on how to turn on the second factor anyway." },
    ],
    backchannel: {
      teamKey: "devices",
      question: "Suspected camera intrusion, child's room. Access log of 30 days, please, top priority.",
      answer: [
        "112 sessions, all from their home IP or her phone's carrier. 22:41 talk session 9 s from a tablet. No reuse of leaked passwords. If press asks: PR line only, after the March story.",
      ],
    },
    tags: ["security"],
    endState: "closed",
    rating: { score: 5, comment: "Serious, fast, no excuses." },
  },
  {
    key: "home-kamera-bildaussetzer",
    categoryKey: "camera",
    subject: "Kamera friert ein",
    language: "de",
    opening: [
      "Guten Tag, das Bild meiner Außenkamera friert alle paar Minuten ein. Das WLAN ist eigentlich gut.",
      "kamera bild hängt ständig, nur ton läuft weiter",
    ],
    turns: [
      {
        by: "rep",
        text: "Guten Tag! Das WLAN ist gut, aber Kanal 13 ist bei Ihnen überfüllt, neun Nachbarn funken dort auch. Stellen Sie den Router auf Kanal 1 oder 6, dann sollte es ruhig laufen.",
      },
      { by: "customer", text: "Kanal 1, seit gestern kein Aussetzer." },
    ],
    tags: ["german"],
    endState: "closed",
    rating: { score: 4 },
  },
];
