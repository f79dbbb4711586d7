import type { Scenario } from "../../scenario";

export const complaint: readonly Scenario[] = [
  {
    key: "bank-branch-closing",
    categoryKey: "complaint",
    subject: "Branch closes without notice",
    opening: [
      "I want to complain. You're closing the branch in our village, and I learnt of it from a note on the door. My neighbour is 90 and walks there with her frame.",
      "complaint: branch closure in our village announced by a piece of paper on the door. shameful",
    ],
    turns: [
      {
        by: "rep",
        text: "A note on the door isn't how you should have learnt of it, and I've passed that on as a formal complaint, number {caseNumber}. From the closing day a bus with counter and cash machine will stop at the church, Tuesdays and Fridays. For your neighbour we also bring cash to the door, free of charge.",
      },
    ],
    backchannel: {
      teamKey: "complaints",
      question: "Third letter about the village closure this week. What may we say about the bus?",
      answer: [
        "Tue and Fri are fixed. The Saturday stop isn't approved, don't promise. The mayor is meeting the board on the 9th, keep it quiet until then.",
      ],
    },
    tags: ["branch"],
    endState: "closed",
    rating: { score: 2, comment: "Listened to, yes. Branch still closes." },
  },
  {
    key: "bank-waited-50",
    categoryKey: "complaint",
    subject: "Fifty minutes on hold",
    opening: [
      "I was on hold for fifty minutes yesterday and then cut off. I wish to complain formally. My time is worth something, too.",
      "50 min on the phone with your music and then beep beep beep. unacceptable",
    ],
    turns: [
      {
        by: "rep",
        text: "That's unacceptable, and I'm sorry. Yesterday our telephone system failed twice between 11 and 14, which explains but doesn't excuse it. Tell me what you called about, and I'll see it through myself; and I've credited 25 euro to your account for the lost hour.",
      },
      { by: "customer", text: "It was only about a wrong fee of 2 euro..." },
      { by: "rep", text: "The 2 euro are back as well." },
    ],
    tags: ["waiting time"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "bank-rude",
    categoryKey: "complaint",
    subject: "Unfriendly at the counter",
    opening: [
      'I\'m writing to complain about how I was treated at the counter in Altmarkt on {date}. I asked a simple question and was told to "use the internet like everybody else".',
      "complaint about unfriendly staff. I am deaf, and the gentleman kept talking to his screen",
    ],
    turns: [
      {
        by: "rep",
        text: "Thank you for telling us, and I apologise. I've spoken with the head of the branch; she'd like to apologise in person and will reserve you an appointment with someone who takes the time. I'd rather not answer with a voucher, as that's not what it's about.",
      },
      { by: "customer", text: "That's the right answer. I'll take the appointment." },
    ],
    backchannel: {
      teamKey: "complaints",
      question: "Behaviour complaint Altmarkt, deaf customer. Known pattern?",
      answer: [
        "Second about the same desk. Goes to the branch head, Ms Ottensen, and into his file. Training is booked for January. Nothing about staff measures to the customer.",
      ],
    },
    tags: ["branch", "behaviour"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-fee-increase",
    categoryKey: "complaint",
    subject: "Account fee raised without consent",
    opening: [
      'You\'ve raised my account fee from 4.90 to 7.90 "with my tacit consent". I never agreed. I complain and want the difference back.',
      "unacceptable: fee went up and nobody asked me. i do NOT consent",
    ],
    turns: [
      {
        by: "rep",
        text: "You're right, {firstName}: without your agreement the old fee applies. I've reset it to 4.90 and refunded 36 euro for the past year. You will get a request to agree at some point; if you don't, we'd have to look for another account for you together.",
      },
    ],
    backchannel: {
      teamKey: "complaints",
      question: "No consent to the new fee, wants 36 back. Standard answer?",
      answer: [
        "Refund, ruling of 2021. We still have 9,400 customers without consent, termination letters are planned for June. Absolutely nothing on that outside.",
      ],
    },
    tags: ["fees"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "bank-ombudsman",
    categoryKey: "complaint",
    subject: "Goes to the ombudsman",
    opening: [
      "I've been waiting for an answer to my complaint {caseNumber} for six weeks. If I don't hear by Friday, I'll turn to the ombudsman.",
      "6 weeks no reply to my formal complaint!! next stop ombudsman",
    ],
    turns: [
      {
        by: "rep",
        text: "You've been waiting far too long, and you have every right to go there. I've read all of it now: the answer on the insurance commission is missing, since that department hasn't replied. You'll have it in writing by Thursday, signed by a person.",
      },
      { by: "customer", text: "Thursday then. Not Friday." },
      { by: "rep", text: "Thursday it is, by 17:00." },
    ],
    backchannel: {
      teamKey: "complaints",
      question: "{caseNumber}, six weeks open, insurance commission. Who's sitting on it?",
      answer: [
        "It's been with Legal since the 4th. We'll settle: half the commission, 640. Draft is ready, needs Rafael's signature. Don't mention the settlement before.",
      ],
    },
    tags: ["ombudsman"],
    endState: "pending",
  },
  {
    key: "bank-statement-wording",
    categoryKey: "complaint",
    subject: "Letter with the wrong tone",
    opening: [
      'I complain about your reminder. I was two days late with 12 euros, for the first time in 19 years, and you threaten me with "measures".',
      "complaint. your dunning letter is insulting. 12 euro!!!",
    ],
    turns: [
      {
        by: "rep",
        text: "I've read it aloud to myself, and you're right, nobody should get such a letter over 12 euro. The fee is cancelled. The text will be rewritten; may I use your words for that, without your name?",
      },
      { by: "customer", text: "With pleasure." },
    ],
    tags: ["wording"],
    endState: "closed",
    rating: { score: 5, comment: "A bank that can say sorry." },
  },
  {
    key: "bank-advice",
    categoryKey: "complaint",
    subject: "Bad investment advice",
    opening: [
      'In 2022 your adviser sold me a fund as "practically as safe as savings". It lost 22 %. I complain about wrong advice and ask for compensation.',
      "complaint re fund sold to my mother, 83. term: 12 years. seriously?",
    ],
    turns: [
      {
        by: "rep",
        text: "I've opened complaint {caseNumber} and asked for the minutes of the meeting at that time. To look at it fairly I need to hear your side, too: what was said about risk, and was anybody else present? A few sentences are enough, in your own words.",
      },
    ],
    tags: ["advice"],
    endState: "need_info",
  },
  {
    key: "bank-atm-noise",
    categoryKey: "complaint",
    subject: "Machine beeps all night",
    opening: [
      "The cash machine below my bedroom beeps every time somebody takes out money. All night. For two years! Three complaints have led to nothing.",
      "your atm under my window: beep beep beep. unacceptable. i've been complaining since 2024",
    ],
    turns: [
      {
        by: "rep",
        text: "Two years of beeps is enough. The sound is needed for blind customers, but not at full volume: since this morning it's at a third from 22:00 to 7:00. Please tell me tomorrow whether you slept.",
      },
      { by: "customer", text: "I SLEPT." },
    ],
    tags: ["noise"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "bank-praise",
    categoryKey: "complaint",
    subject: "Praise for once",
    opening: [
      "I don't want to complain but to praise: your colleague in Seefeld helped my mother for forty minutes to set up her phone. Please tell her.",
      "no complaint! just wanted to say the lady at the branch in seefeld is an angel",
    ],
    turns: [
      {
        by: "rep",
        text: "What a nice message to get among the others. She'll hear it tomorrow morning, in front of everybody, and it goes into her file. Greetings to your mother!",
      },
    ],
    tags: ["praise"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "bank-queja-comision",
    categoryKey: "complaint",
    subject: "Queja por una comisión",
    language: "es",
    opening: [
      "Buenos días. Quiero presentar una queja: me han cobrado 18 € de mantenimiento en una cuenta que anunciaban sin comisiones.",
      "hola, comisión de 18 euros en cuenta gratis?? no es serio",
    ],
    turns: [
      {
        by: "rep",
        text: "Buenos días. Tiene razón: la cuenta es gratuita con ingresos mensuales, y su nómina entró un día tarde por el festivo. He devuelto los 18 € y he anotado que eso no debe contar.",
      },
      { by: "customer", text: "Gracias por la rapidez." },
    ],
    tags: ["fees", "spanish"],
    endState: "closed",
    rating: { score: 4 },
  },
];
