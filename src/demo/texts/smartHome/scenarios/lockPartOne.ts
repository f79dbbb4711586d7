import type { Scenario } from "../../scenario";

export const lockPartOne: readonly Scenario[] = [
  {
    key: "home-locked-outside",
    categoryKey: "lock",
    subject: "Locked out, lock doesn't respond",
    opening: [
      "I'm standing outside, the smart lock doesn't respond, and the keypad is dark. My key is inside. There's soup on the stove!!",
      "lock dead, im locked out, please fast",
    ],
    turns: [
      {
        by: "rep",
        text: "Stay calm, {firstName}, that's the battery. Under the keypad are two small contacts: hold a 9-volt block against them, any kiosk has one, then type your code. It'll open. Is the stove on high?",
      },
      { by: "customer", text: "Low. Neighbour had one in his smoke alarm... OPEN!" },
      { by: "rep", text: "Soup first. Then four AA batteries, and put one 9-volt block under the flower pot." },
    ],
    backchannel: {
      teamKey: "devices",
      question: "Customer outside, keypad dark, 9 volt trick under way. If it fails?",
      answer: [
        "Then locksmith on us, up to 180, contract with Cerrajeros 24. Master opening over the cloud exists but only Anders may do it, never mention.",
      ],
    },
    tags: ["locked out", "urgent"],
    endState: "closed",
    rating: { score: 5, comment: "In my pyjamas, you were my hero." },
  },
  {
    key: "home-battery-low",
    categoryKey: "lock",
    subject: "Low battery warning on lock",
    opening: [
      "The lock says battery low after three months. Which batteries are best and what happens if I ignore it?",
      "smart lock battery drain, 3 months only",
    ],
    turns: [
      {
        by: "rep",
        text: "AA lithium, please: cold doors eat alkaline ones. If you ignore it you'll have about 50 more openings, with a beep each. In your log the bolt rubs at the frame as well: 3 seconds instead of 1.2. A little filing of the strike plate doubles the life.",
      },
    ],
    tags: ["battery"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-guest-code",
    categoryKey: "lock",
    subject: "Code for the cleaner",
    opening: [
      "How can I give our cleaner a code that works only on Tuesdays from 9 to 12?",
      "door code for cleaning lady only on certain days possible?",
    ],
    turns: [
      {
        by: "rep",
        text: 'Lock, "Guests", "Recurring": Tuesday, 9:00 to 12:15, since people are people. You get a note when she comes if you want. She doesn\'t need the app.',
      },
    ],
    tags: ["codes"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-half-open",
    categoryKey: "lock",
    subject: "Lock says open but door is shut",
    opening: [
      "The app says the door is open, but it's shut. The lock won't auto-lock because of it.",
      "door sensor of the lock wrong, says open all the time",
    ],
    turns: [
      {
        by: "rep",
        text: 'The magnet on the frame has probably moved: there must be at most 12 mm between its line and the one on the lock. After that, Lock, "Calibrate door", which takes a minute of opening and closing.',
      },
      { by: "customer", text: "The tape came off. Calibrated, works." },
    ],
    tags: ["sensor"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-fits-door",
    categoryKey: "lock",
    subject: "Does it fit my cylinder",
    opening: [
      "Will your lock fit my door? It's got a multi-point thing where you have to lift the handle first.",
      "does smart lock work with lift-handle doors? cylinder sticks out 2mm",
    ],
    turns: [
      {
        by: "rep",
        text: "It works with lift-handle doors if the cylinder turns with the key from inside while another key is outside. 2 mm are a bit short, we'd add a longer cylinder. Could you try that with two keys, and send a photo from the side?",
      },
    ],
    tags: ["compatibility"],
    endState: "need_info",
  },
  {
    key: "home-jammed",
    categoryKey: "lock",
    subject: "Bolt jams",
    opening: [
      "The motor groans and the bolt jams halfway. If I pull the door towards me, it closes. By hand it's smooth.",
      "lock jams when closing, motor noise, have to pull door",
    ],
    turns: [
      {
        by: "rep",
        text: 'Then the door sits a little low, and the bolt meets the plate. Lower the strike plate by 2 mm, it has slotted holes for that. Until then set "Pull assistance" to on: it tries again with more time.',
      },
    ],
    tags: ["jammed"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-resident-left",
    categoryKey: "lock",
    subject: "Ex still has access",
    opening: [
      "My ex-partner still has the app on his phone. I need to be certain that he can't open my lock any more. Today.",
      "remove someone from the door lock completely?? he was the owner of the account",
    ],
    turns: [
      {
        by: "rep",
        text: "I understand, and we'll do it now. You reset the lock by the button inside, which only works from within; that makes every phone and every code worthless. Then you add it to your own new account. I'll stay until the log shows only you.",
      },
      { by: "customer", text: 'Done. It says "1 resident".' },
      { by: "rep", text: "That's you and nobody else. I've also ended his account's access to your home on our side." },
    ],
    backchannel: {
      teamKey: "devices",
      question:
        "Owner transfer under pressure, ex is account owner. She is at the door with the lock. OK to detach on our side without his consent?",
      answer: [
        "Yes, physical reset proves possession, policy S-3. Keep the logs for 90 days, lawyers asked for such logs twice this year. Do not confirm to him whether she contacted us.",
      ],
    },
    tags: ["access", "security"],
    endState: "closed",
    rating: { score: 5 },
  },
];
