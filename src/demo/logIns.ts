interface DemoLogIn {
  readonly organization: string;
  readonly name: string;
  readonly role: "rep" | "specialist" | "supervisor" | "administrator";
  readonly email: string;
  readonly password: string;
}

/** One log-in per role and demo organization. The start of a demo prints them. They exist in seeded databases only. */
export const DEMO_LOG_INS: readonly DemoLogIn[] = [
  {
    organization: "Harbour Bank",
    name: "Anneke Vossberg",
    role: "rep",
    email: "anneke@harbourbank.example",
    password: "tide-lantern-cards-27",
  },
  {
    organization: "Harbour Bank",
    name: "Oluwaseun Adeyinka",
    role: "specialist",
    email: "oluwaseun@harbourbank.example",
    password: "quiet-anchor-fraud-64",
  },
  {
    organization: "Harbour Bank",
    name: "Petra Lindqvist-Maurer",
    role: "supervisor",
    email: "petra@harbourbank.example",
    password: "north-pier-board-35",
  },
  {
    organization: "Harbour Bank",
    name: "Rafael Steenkamp",
    role: "administrator",
    email: "rafael@harbourbank.example",
    password: "copper-compass-keys-81",
  },
  {
    organization: "Lumen Home",
    name: "Lars Oxholm",
    role: "rep",
    email: "lars@lumenhome.example",
    password: "amber-filament-hub-19",
  },
  {
    organization: "Lumen Home",
    name: "Katarzyna Mroczek",
    role: "specialist",
    email: "katarzyna@lumenhome.example",
    password: "green-boiler-wire-52",
  },
  {
    organization: "Lumen Home",
    name: "Beatriz Lombarte",
    role: "supervisor",
    email: "beatriz@lumenhome.example",
    password: "bright-terrace-board-46",
  },
  {
    organization: "Lumen Home",
    name: "Anders Thorvik",
    role: "administrator",
    email: "anders@lumenhome.example",
    password: "silver-dimmer-keys-93",
  },
];
