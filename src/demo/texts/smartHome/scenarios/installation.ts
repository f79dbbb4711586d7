import type { Scenario } from "../../scenario";

export const installation: readonly Scenario[] = [
  {
    key: "home-book",
    categoryKey: "installation",
    subject: "Book an installer",
    opening: [
      "I'd like to book an installer for a lock and a doorbell. What does the installation cost, and how soon could it be?",
      "installation appointment for lock + doorbell, how much? postcode 28010",
    ],
    turns: [
      {
        by: "rep",
        text: "Both together are 119 euro, about 90 minutes. The first free appointments in 28010 are {nextDate} at 9:00 or at 16:30. Which one suits you?",
      },
      { by: "customer", text: "16:30." },
      { by: "rep", text: "Booked. The installer will ring half an hour before." },
    ],
    backchannel: {
      teamKey: "installation",
      question: "Lock plus doorbell in 28010, who has room that week?",
      answer: ["Max at 9:00 or Kate at 16:30. Kate, please, Max is on probation with doorbells after Tuesday."],
    },
    tags: ["appointment"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-no-neutral",
    categoryKey: "installation",
    subject: "No neutral wire at the switch",
    opening: [
      "Behind my light switch there are only two wires. Your dimmer's manual wants a neutral. Can it be installed anyway?",
      "no neutral wire in wall box, dimmer wiring possible?",
    ],
    turns: [
      {
        by: "rep",
        text: "Not this one, but its sister without neutral: it needs at least 20 watts of lamps behind it or it'll glow faintly. Please turn off the fuse first, and if the insulation's made of cloth, let an electrician do it.",
      },
    ],
    backchannel: {
      teamKey: "installation",
      question: "Two wires only, LED load unknown. Recommend the no-neutral dimmer?",
      answer: [
        "If load is above 20 W fine, else add the bypass, 6 euro, article 7731. Old cloth insulation: refuse, insurer doesn't cover it since the Bilbao case.",
      ],
    },
    tags: ["wiring"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-missed",
    categoryKey: "installation",
    subject: "Installer didn't come",
    opening: [
      "The installer should have been here between 8 and 10. It's 11:30. I took a day off for this.",
      "nobody showed up for my installation appointment!!!",
    ],
    turns: [
      {
        by: "rep",
        text: "I'm sorry. His van has broken down on the M-40, and the message to you got stuck. A colleague can be there at 13:15, or you choose any day; and the visit costs you nothing.",
      },
      { by: "customer", text: "13:15, but please really." },
      { by: "rep", text: "She's on her way and will send you her position." },
    ],
    backchannel: {
      teamKey: "installation",
      question: "Van 6 broken down, customer waits since 8. Who's near Vallecas at 13:00?",
      answer: [
        "Emeka's done at 12:40 in Moratalaz. Second breakdown of that van, workshop refuses it. Charge the free visit to fleet, not to service.",
      ],
    },
    tags: ["missed appointment"],
    endState: "closed",
    rating: { score: 3 },
  },
  {
    key: "home-thermostat-wiring",
    categoryKey: "installation",
    subject: "Which wire goes where",
    opening: [
      "I'm installing the thermostat. Old one: brown, black, grey, and one green-yellow that's just hanging around. New one: COM, NO, NC. Which goes where?",
      "wiring question thermostat install. 3 wires + earth",
    ],
    turns: [
      {
        by: "rep",
        text: 'Fuse off, please, and check. Then, if brown was on L and black on "call": brown to COM, black to NO, grey stays unused, with a terminal on it; the earth doesn\'t carry anything here but must be capped. If your old labels differ, send me a photo first.',
      },
      { by: "customer", text: "They were just as you say. It heats!" },
    ],
    tags: ["wiring", "thermostat"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-rent-allowed",
    categoryKey: "installation",
    subject: "Allowed in a rented flat",
    opening: [
      "May I install a smart lock in a rented flat? I don't want trouble with the landlord.",
      "rented flat: what may i install without asking? lock, thermostats?",
    ],
    turns: [
      {
        by: "rep",
        text: "As long as you can put it back: yes, for valves and for the lock's inner side. Keep the old parts in a bag with a label. Anything behind a switch or with drilling: ask first. I've put a short letter for the landlord here, others have found it useful.",
      },
    ],
    tags: ["renting"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-survey",
    categoryKey: "installation",
    subject: "Whole-house plan",
    opening: [
      "We're building a house. Could someone from installation look at our plans before the electrician starts in spring?",
      "new house, want smart home planned properly. installer visit?",
    ],
    turns: [
      {
        by: "rep",
        text: "Gladly, and you're asking at the right moment. Please upload floor plans; our specialist will mark where neutral wires, deep boxes and network sockets should go. He needs about a week.",
      },
      { by: "customer", text: "Plans are uploaded, three floors." },
      { by: "rep", text: "Thank you, he has them and will come back to you by {nextDate}." },
    ],
    backchannel: {
      teamKey: "installation",
      question: "New build, three floors, plans uploaded. Who takes it, and what do we charge?",
      answer: [
        "Katarzyna. Planning 290, credited from 3,000 hardware on. Cellar stairs are wrong in their plan, tell them gently. Builder is the one who never pays, deposit first.",
      ],
    },
    tags: ["planning"],
    endState: "pending",
  },
  {
    key: "home-drill",
    categoryKey: "installation",
    subject: "Drill through the window frame",
    opening: [
      "To install the outdoor camera: can I lay the cable through the window frame without drilling?",
      "camera cable indoors without drilling? rent",
    ],
    turns: [
      {
        by: "rep",
        text: "There's a flat cable, 0.3 mm, that fits under the window seal; 12 euro, up to 2 A, so enough for one camera. Let it hang down a bit outside before it enters, so rain drips off.",
      },
    ],
    tags: ["drilling"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-blinds",
    categoryKey: "installation",
    subject: "Motor for old shutters",
    opening: [
      "Can you install motors in shutters from 1978? They're wooden and heavy, and I love them.",
      "installation of smart motors for old wooden roller shutters possible?",
    ],
    turns: [
      {
        by: "rep",
        text: "We love them, too, and often yes. The motor depends on the weight: could you measure width and height, and tell me if the strap comes out on the left or on the right? A photo of the open box above the window would be wonderful.",
      },
    ],
    tags: ["blinds"],
    endState: "need_info",
  },
  {
    key: "home-price-quote",
    categoryKey: "installation",
    subject: "Installer's bill too high",
    opening: [
      'The installer charged 60 euro more than the appointment confirmation said. He mentioned "extra cable". I wasn\'t asked.',
      "installation bill higher than quoted, 179 instead of 119",
    ],
    turns: [
      {
        by: "rep",
        text: "Without your yes on his tablet there's no extra charge. I've corrected the bill to 119; 60 euro go back today. The cable's yours.",
      },
    ],
    backchannel: {
      teamKey: "installation",
      question: "60 euro extra for cable, no consent on the tablet. Correct?",
      answer: [
        "No signature, so no charge. He's new, second time, I'll have a word with him. Material was 8 euro anyway.",
      ],
    },
    tags: ["price"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-heat-pump",
    categoryKey: "installation",
    subject: "Heat pump and thermostat",
    opening: [
      "Our new heat pump's installer says that smart valves would disturb it. Is he right? Who should install what?",
      "heat pump + smart thermostats: good or bad idea? installer says no",
    ],
    turns: [
      {
        by: "rep",
        text: 'He\'s half right: valves that keep closing make a heat pump cycle. Leave the biggest rooms open, and use the "Heat pump" mode, in which valves only limit sun and guests. Our specialist would be happy to talk to him; they usually agree within five minutes.',
      },
    ],
    tags: ["heat pump"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-einbau-termin",
    categoryKey: "installation",
    subject: "Einbautermin verschieben",
    language: "de",
    opening: [
      "Guten Tag, ich muss meinen Einbautermin am Donnerstag verschieben. Geht es auch in der Woche danach?",
      "hallo termin für montage bitte auf nachmittags, vormittags bin ich arbeiten",
    ],
    turns: [
      {
        by: "rep",
        text: "Guten Tag! Verschoben auf Donnerstag der Folgewoche um 15 Uhr. Der Monteur ruft eine halbe Stunde vorher an.",
      },
      { by: "customer", text: "Passt, vielen Dank." },
    ],
    tags: ["german", "appointment"],
    endState: "closed",
    rating: { score: 5 },
  },
];
