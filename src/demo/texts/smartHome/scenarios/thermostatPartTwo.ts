import type { Scenario } from "../../scenario";

export const thermostatPartTwo: readonly Scenario[] = [
  {
    key: "home-child-lock",
    categoryKey: "thermostat",
    subject: "Toddler changes temperature",
    opening: [
      "Our two-year-old has found out that the wheel on the valve makes numbers go up. 28 degrees. Is there a child lock?",
      "child lock on radiator valve?? toddler heats like crazy",
    ],
    turns: [
      {
        by: "rep",
        text: 'There is: in the app, valve, "Lock wheel". Or on the valve: press for five seconds until a key appears. You can also cap it at 22, then he may play, but quietly.',
      },
    ],
    tags: ["child lock"],
    endState: "closed",
    rating: { score: 5 },
  },
  {
    key: "home-shared-flat",
    categoryKey: "thermostat",
    subject: "Everyone changes the temperature",
    opening: [
      "We're four people in a shared flat at war over the thermostat. Can you give everybody their own room only?",
      "restrict users to own room's heating possible? shared flat",
    ],
    turns: [
      {
        by: "rep",
        text: 'Peace is possible: Home, "People", choose per person which rooms they may change. The living room can get a range, say 19 to 21, for everyone.',
      },
    ],
    tags: ["sharing"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-floor",
    categoryKey: "thermostat",
    subject: "Floor heating overshoots",
    opening: [
      "With floor heating your thermostat always overshoots: 21 set, 24 reached, then 19 next morning. Up and down like a boat.",
      "underfloor heating + thermostat = constant overshoot. help",
    ],
    turns: [
      {
        by: "rep",
        text: 'Floor heating reacts hours later, so it needs a different mode: Heating type, "Floor", then three or four days to learn. Please leave it untouched until the weekend; I\'ll look at the curve with you then.',
      },
      { by: "customer", text: "Set. I'll write on Sunday." },
      { by: "rep", text: "I've put it in my calendar." },
    ],
    backchannel: {
      teamKey: "installation",
      question: "Floor heating overshoots by 3 K with default settings. Which values would you set?",
      answer: [
        "Type floor, cycle 120 min, P-band 1.5. If it's a Brenner manifold the flow is too hot, 45 max. That would be a paid visit, but don't open with it.",
      ],
    },
    tags: ["floor heating"],
    endState: "pending",
  },
  {
    key: "home-error-e4",
    categoryKey: "thermostat",
    subject: "Error E4 on display",
    opening: [
      'There\'s "E4" flashing on my thermostat. The manual goes up to E3.',
      "display says E4, heating doesn't react. serial {serialNumber}",
    ],
    turns: [
      {
        by: "rep",
        text: "E4 is new: the valve couldn't move its pin three times. It's mostly a matter of a pin that has been turned in too far when mounting. Could you send me a photo of the bare pin, with the valve taken off?",
      },
    ],
    tags: ["error"],
    endState: "need_info",
  },
  {
    key: "home-savings",
    categoryKey: "thermostat",
    subject: "How much do I really save",
    opening: [
      "You advertise 20 % savings. I've had the thermostats since last winter and my bill is higher. Explain.",
      "heating bill went UP after i bought your thermostats",
    ],
    turns: [
      {
        by: "rep",
        text: "I've looked at your year: you used 9 % less heat, but the price per unit rose by 17. Without them it would have been about 140 more. There's still something in the bathroom, though: 24 degrees from 5 to 23 o'clock, every day.",
      },
      { by: "customer", text: "That's my teenage son. I'll show him this." },
    ],
    tags: ["savings"],
    endState: "closed",
    rating: { score: 4 },
  },
  {
    key: "home-calefaccion",
    categoryKey: "thermostat",
    subject: "El termostato no enciende la caldera",
    language: "es",
    opening: [
      "Hola, el termostato marca que calienta pero la caldera no arranca. Estamos a 15 grados y con un bebé.",
      "buenas, cambié las pilas del termostato y desde entonces no hay calefacción",
    ],
    turns: [
      {
        by: "rep",
        text: 'Hola. Al cambiar las pilas se perdió el enlace con el receptor. Mantenga pulsado el botón del receptor cinco segundos, hasta que parpadee en verde, y luego "Enlazar" en el termostato.',
      },
      { by: "customer", text: "¡Ya arranca! Qué alivio." },
    ],
    tags: ["spanish", "boiler"],
    endState: "closed",
    rating: { score: 5 },
  },
];
