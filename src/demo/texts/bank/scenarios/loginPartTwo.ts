import type { Scenario } from "../../scenario";

export const loginPartTwo: readonly Scenario[] = [
  {
    key: "bank-accessibility",
    categoryKey: "login",
    subject: "Screen reader skips the PIN pad",
    opening: [
      "I'm blind and use a screen reader. Since the redesign the number pad in your app reads \"button, button, button\". I can't log in on my own any more.",
      "Your new log-in page cannot be used with VoiceOver. It worked for six years. Please treat this as a bug and not as a wish.",
    ],
    turns: [
      {
        by: "rep",
        text: "Dear {firstName}, it's a bug, and a bad one; thank you for describing it so exactly. In the browser you can log in with a normal password field, which I tried with a screen reader just now. The pad is being corrected, and I'll write to you here when the version is out.",
      },
      { by: "customer", text: "Browser works as a crutch. I'll wait for your message." },
      { by: "rep", text: "You'll have it. Until then the browser log-in won't change, I've made sure of that." },
    ],
    backchannel: {
      teamKey: "access",
      question: "Number pad has no labels for screen readers since the redesign. Can we commit to a date?",
      answer: [
        "It's in sprint 47, labels were lost when we replaced the component. Realistic: two weeks. Legal wants to know of each case, I've forwarded it.",
      ],
    },
    tags: ["accessibility"],
    endState: "pending",
  },
  {
    key: "bank-joint-access",
    categoryKey: "login",
    subject: "Second holder sees nothing",
    opening: [
      "My wife opened a joint account with me, but when she logs in she sees nothing at all. Empty page.",
      "login works for my partner but our joint account isnt shown to her",
    ],
    turns: [
      {
        by: "rep",
        text: "Her log-in belongs to an older account that she closed. I've connected the joint account with it; after logging out and in again she'll see both the balance and the cards.",
      },
    ],
    tags: ["joint"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-session-timeout",
    categoryKey: "login",
    subject: "Logged out every few minutes",
    opening: [
      "I get logged out after three minutes while typing a long payment. It's not security, it's torture. I type slowly.",
      "the online banking logs me out while i'm typing!! can i set it longer?",
    ],
    turns: [
      {
        by: "rep",
        text: 'You can: Profile, Security, "Stay logged in", up to 15 minutes. And a started payment is kept as a draft now, even when you are logged out.',
      },
      { by: "customer", text: "Fifteen is enough, thank you. I'm 81, you see." },
    ],
    tags: ["session"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "bank-pc-only",
    categoryKey: "login",
    subject: "No smartphone at all",
    opening: [
      "I do not own a smartphone and do not wish to. Your letter says that I need the app to log in from January. Is this the end for me?",
      "letter says app required for log in. i have no smartphone. what now?",
    ],
    turns: [
      {
        by: "rep",
        text: "Not at all. There's a small reader for your card, without internet, that shows the code. It costs 15 euro once, and I can waive that because you've been with us for over twenty years. Shall I send it?",
      },
      { by: "customer", text: "Yes please. And thank you for not telling me to get a smartphone." },
    ],
    tags: ["no smartphone"],
    endState: "closed",
    rating: { score: 5, comment: "I feel taken seriously." },
  },
  {
    key: "bank-email-change-login",
    categoryKey: "login",
    subject: "Changed e-mail, can't log in",
    opening: [
      "I changed my e-mail in the app and now neither the old nor the new one is accepted for the log-in.",
      "cant login since i changed my mail address",
    ],
    turns: [
      {
        by: "rep",
        text: 'The new one hadn\'t been confirmed: our mail with the link came back because of a typo, ".con" instead of ".com". I\'ve put you back to the old one. Log in, correct it, and confirm from your inbox.',
      },
    ],
    tags: ["e-mail"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-third-party-app",
    categoryKey: "login",
    subject: "Budget app lost connection",
    opening: [
      'My budgeting app says "connection to Harbour Bank expired", and when I log in through it I end up on an empty page.',
      "linking my budget app to you fails after login, blank page. browser: firefox",
    ],
    turns: [
      {
        by: "rep",
        text: "The consent runs out every 180 days, that part is normal. The blank page comes from a blocked pop-up: allow pop-ups for our address, or do it in the phone's browser. Your budget app shows the past 90 days right after.",
      },
    ],
    tags: ["open banking"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-giris-yapamiyorum",
    categoryKey: "login",
    subject: "Uygulamaya giremiyorum",
    language: "tr",
    opening: [
      "İyi günler, telefonumu değiştirdim, uygulamaya giremiyorum. Eski telefonum da bozuk. Ne yapabilirim?",
      "selam uygulama şifremi kabul etmiyor 3 kere denedim kilitlendi",
    ],
    turns: [
      {
        by: "rep",
        text: 'İyi günler! Kilidinizi açtım. Uygulamada "Cihazım artık yok" seçeneğine dokunup kimliğinizi kameraya gösterirseniz yeni telefonunuz beş dakikada tanımlanır.',
      },
      { by: "customer", text: "Oldu, çok sağ olun!" },
    ],
    tags: ["app", "turkish"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-password-manager",
    categoryKey: "login",
    subject: "Can't paste password",
    opening: [
      "Your log-in page blocks pasting the password. I use a password manager. Please stop educating me.",
      "cannot paste my 40 character password into your login field. why oh why",
    ],
    turns: [
      {
        by: "rep",
        text: "You're right that it doesn't make anything safer. It'll be gone with the new page in spring; until then the manager's \"type it for me\" function works, and so does the app with your face.",
      },
    ],
    tags: ["password manager"],
    endState: "closed",
    rating: { score: 3, comment: "Workaround is fine, the policy is from 2005." },
  },
];
