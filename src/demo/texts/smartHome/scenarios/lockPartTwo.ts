import type { Scenario } from "../../scenario";

export const lockPartTwo: readonly Scenario[] = [
  {
    key: "home-fingerprint",
    categoryKey: "lock",
    subject: "Fingerprint not recognised in winter",
    opening: [
      "The fingerprint reader on my lock doesn't know me since it got cold. I press like a fool.",
      "fingerprint fails when cold. 8 of 10 times",
    ],
    turns: [
      {
        by: "rep",
        text: "Dry, cold fingers have shallow lines. Register the same finger again now, in winter condition, and a second one from the other hand. Summer and winter prints may live side by side, up to five per person.",
      },
    ],
    tags: ["fingerprint"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "home-log-unknown",
    categoryKey: "lock",
    subject: "Door opened at 4 am",
    opening: [
      'The log says "opened 04:12" and nobody in our flat was up. I\'m scared. Was somebody in here?',
      "lock opened at 4am by itself?! who was that",
    ],
    turns: [
      {
        by: "rep",
        text: "I've read the log line by line: at 04:12 it was unlocked from the inside, by hand, and locked 40 seconds later. No code, no phone. Does someone in the house smoke, or is there a cat?",
      },
      { by: "customer", text: "...My daughter let the cat in. She's 9. She just admitted it." },
      { by: "rep", text: "Then all is well, and your daughter is quite independent." },
    ],
    tags: ["log", "security"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-key-copy",
    categoryKey: "lock",
    subject: "Spare key for the cylinder",
    opening: [
      "I need two more keys for the cylinder that came with the lock. Where do I get these?",
      "spare keys for lock cylinder, serial {serialNumber}",
    ],
    turns: [
      {
        by: "rep",
        text: "Only from us, with the security card from the box: send a photo of its front (never of the back with the code), and two keys will be cut this week, 14 euro each.",
      },
    ],
    tags: ["keys"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-auto-unlock",
    categoryKey: "lock",
    subject: "Unlocks when I walk past",
    opening: [
      "My door unlocks whenever I walk by on the street. We live on the first floor, I was only going to the bakery!",
      "auto unlock triggers too early, opens when i pass the house",
    ],
    turns: [
      {
        by: "rep",
        text: 'Set "Auto-unlock" to "at the door" instead of "near home"; then the phone must first have been 150 m away and be within 2 m of the lock. Your log shows 11 such openings this week, all closed again by themselves after a minute.',
      },
    ],
    tags: ["auto-unlock"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-rental",
    categoryKey: "lock",
    subject: "Holiday flat with changing guests",
    opening: [
      "We rent out a flat. Can new guests get their code automatically with the booking, instead of me sending it by hand every Saturday?",
      "door codes for holiday guests automatically? 3 flats, 3 locks",
    ],
    turns: [
      {
        by: "rep",
        text: "There's a connection to the common booking calendars, at present in trial: code from arrival 15:00 to departure 11:00, sent the day before. I've signed you up for the next round; you'll be told by {nextDate}.",
      },
    ],
    backchannel: {
      teamKey: "devices",
      question: "Host with 3 locks wants the calendar connection. Room in the trial?",
      answer: [
        "4 places left in wave 3. Known issue: double booking overwrites the first guest's code. Tell hosts to check Fridays. It'll be 5 euro a month from March, not public yet.",
      ],
    },
    tags: ["rental", "codes"],
    endState: "pending",
  },
  {
    key: "home-kapi-kilidi",
    categoryKey: "lock",
    subject: "Kapı kilidi açılmıyor",
    language: "tr",
    opening: [
      "Merhaba, akıllı kilit tuş takımı yanmıyor, dışarıda kaldım. Ne yapmalıyım?",
      "kilit acilmiyor pil bitti galiba kapidayim acil",
    ],
    turns: [
      {
        by: "rep",
        text: "Merhaba! Tuş takımının altındaki iki kontağa 9 voltluk bir pil tutun, ekran yanınca kodunuzu girin. Bakkalda ya da duman dedektöründe bulabilirsiniz.",
      },
      { by: "customer", text: "Açıldı, çok teşekkürler!" },
    ],
    tags: ["turkish", "battery"],
    endState: "closed",
    rating: { score: 5 },
  },
];
