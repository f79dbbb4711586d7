import type { Scenario } from "../../scenario";

export const loginPartOne: readonly Scenario[] = [
  {
    key: "bank-new-phone",
    categoryKey: "login",
    subject: "New phone, app wants old phone",
    opening: [
      "I have a new phone and your app wants me to confirm the log-in on the old phone, which is in the bin. How do I get in?",
      "new phone, cannot log in, asks for confirmation on device i dont have anymore",
      "Sehr ... sorry, English. My old phone fell into the sea. The app on the new one cannot be activated without it. I must pay invoices today.",
    ],
    turns: [
      {
        by: "rep",
        text: 'We can do without the old one. Please open the app, choose "I no longer have my device", and hold your ID in front of the camera. It takes about five minutes; I\'ll stay here in case it stops somewhere.',
      },
      { by: "customer", text: "It says my ID could not be read. Glare." },
      { by: "rep", text: "Turn off the lamp above you and tilt the card a little towards you." },
      { by: "customer", text: "I'm in!! Thank you for staying." },
    ],
    backchannel: {
      teamKey: "fraud",
      question: "New device without the old one, ID photo failed once because of glare. Risk?",
      answer: ["Low, 3 of 10. Same SIM since 2016. If the second photo fails take the video way."],
    },
    tags: ["app", "new phone"],
    endState: "closed",
    rating: { score: 5, comment: "Patient, clear, no jargon." },
  },
  {
    key: "bank-password-reset",
    categoryKey: "login",
    subject: "Password forgotten",
    opening: [
      "I've forgotten my password and the reset mail doesn't come. Yes, I looked in spam.",
      "password reset email never arrives. tried 4 times today",
    ],
    turns: [
      {
        by: "rep",
        text: 'The mails go to an address ending in "@oldjob" that you gave us in 2018, that\'s why. I can\'t change it here in the chat, but with your card and its PIN any of our machines can: choose "Service", "E-mail". After that the reset works in a minute.',
      },
    ],
    tags: ["password"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-locked-out",
    categoryKey: "login",
    subject: "Locked out after too many attempts",
    opening: [
      "I'm locked out. Three wrong passwords because caps lock was on. Please unlock, card ending {cardEnding}.",
      "locked out of online banking!!!! need to pay something TODAY",
    ],
    turns: [
      {
        by: "rep",
        text: "I've unlocked you. You have three tries; if the password is the same as before, take your time with the first one.",
      },
      { by: "customer", text: "In. Caps lock is now taped over." },
    ],
    tags: ["locked"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-app-crash",
    categoryKey: "login",
    subject: "App closes after update",
    opening: [
      "Since last night's update the app closes right after the logo. Phone restarted, app reinstalled, still the same. It's a small phone from 2019.",
      "app crashes on start after update. android 10. cannot log in at all",
    ],
    turns: [
      {
        by: "rep",
        text: "Sorry, that's ours: the new version stumbles over devices with a certain fingerprint reader. A corrected one is coming tonight. Until then you can log in with the browser on the same phone, everything works there.",
      },
    ],
    backchannel: {
      teamKey: "access",
      question: "Crash on start after 8.4.0, Android 10, fingerprint reader. How many and when's the fix?",
      answer: [
        "About 2,100 devices. 8.4.1 is approved, roll-out starts 22:00 at 10 %. Don't give numbers to customers, press office is nervous.",
      ],
    },
    tags: ["app", "crash"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-two-factor-sms",
    categoryKey: "login",
    subject: "No text message with the code",
    opening: [
      "The log-in code by text message doesn't reach me. I'm in Morocco for work for six weeks.",
      "no sms code abroad. how do i log in now?",
    ],
    turns: [
      {
        by: "rep",
        text: "Some networks there drop short numbers. I've switched you to codes in the app, which only need internet. Open it once, allow notifications, and try again.",
      },
      { by: "customer", text: "Came at once. Why isn't this the default?" },
    ],
    tags: ["code"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-username",
    categoryKey: "login",
    subject: "Don't remember the user number",
    opening: [
      "Where do I find my user number? I only log in once a year for the tax papers.",
      "forgot my login number. its not on the card",
    ],
    turns: [
      {
        by: "rep",
        text: "It's on every statement, at the top right under \"participant\". You can also log in with your e-mail address and password since last spring; the number isn't needed any more.",
      },
    ],
    tags: ["user number"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-face-id",
    categoryKey: "login",
    subject: "Face recognition stopped working",
    opening: [
      "Face ID doesn't open the app any more. It asks for the password each time, and mine has 24 characters.",
      "since i shaved my beard the app doesnt know me :( password every time",
    ],
    turns: [
      {
        by: "rep",
        text: 'Your phone forgot us after its update rather than your beard. In the app: Profile, Security, switch "Face" off and on again. It asks for the password one last time.',
      },
    ],
    tags: ["biometrics"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-log-in-elsewhere",
    categoryKey: "login",
    subject: "Log-in from another city shown",
    opening: [
      '"Last log-in: yesterday, Frankfurt." I\'ve never been to Frankfurt! Did someone else log in?',
      "the log shows a login from frankfurt but i live in kiel. hacked??",
    ],
    turns: [
      {
        by: "rep",
        text: "That's you: mobile networks put you on the map where their data centre is. Device, time and app version are those of your own phone. If you like, I can log out all devices, and you start afresh.",
      },
      { by: "customer", text: "Please do, for my peace of mind." },
      { by: "rep", text: "All logged out. You'll be asked for your password next time." },
    ],
    backchannel: {
      teamKey: "fraud",
      question: "Log-in shown from Frankfurt, customer is in Kiel. Ours or real?",
      answer: ["Mobile gateway, her own handset. We'll relabel that in Q1, the map service is cheap and it shows."],
    },
    tags: ["security"],
    endState: "closed",
    rating: { score: 5 },
  },
];
