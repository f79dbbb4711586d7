import { BANK_CATEGORIES } from "./bankCategories";
import { BANK_REPS } from "./bankReps";
import { BANK_HOURS, BANK_TEAMS } from "./bankTeams";
import type { DemoOrganization } from "./demoOrganization";
import { SLA_POLICIES } from "./slaPolicies";

/** Harbour Bank, a mid-size retail bank. */
export const bank: DemoOrganization = {
  key: "bank",
  name: "Harbour Bank",
  aliasName: "Harbour Bank",
  emailDomain: "harbourbank.example",
  timeZone: "Europe/Berlin",
  calendar: BANK_HOURS,
  teams: BANK_TEAMS,
  categories: BANK_CATEGORIES,
  slaPolicies: SLA_POLICIES,
  reps: BANK_REPS,
  widget: {
    title: "Harbour Bank",
    greeting: "Good to see you. Tell us what you need, and please never write a PIN or a password here.",
    accentColor: "#0f5c7a",
    offeredCategoryKeys: ["lost_card", "transfer", "login", "loan", "suspicious"],
  },
};
