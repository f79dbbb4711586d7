import type { DemoOrganization } from "./demoOrganization";
import { SLA_POLICIES } from "./slaPolicies";
import { SMART_HOME_CATEGORIES } from "./smartHomeCategories";
import { SMART_HOME_REPS } from "./smartHomeReps";
import { SMART_HOME_HOURS, SMART_HOME_TEAMS } from "./smartHomeTeams";

/** Lumen Home, a shop for bulbs, thermostats, hubs, locks and cameras. */
export const smartHome: DemoOrganization = {
  key: "smartHome",
  name: "Lumen Home",
  aliasName: "Lumen Home",
  emailDomain: "lumenhome.example",
  timeZone: "Europe/Madrid",
  calendar: SMART_HOME_HOURS,
  teams: SMART_HOME_TEAMS,
  categories: SMART_HOME_CATEGORIES,
  slaPolicies: SLA_POLICIES,
  reps: SMART_HOME_REPS,
  widget: {
    title: "Lumen Home help",
    greeting: "Hello! Ask us about an order or about anything that blinks, heats, locks or films.",
    accentColor: "#b45309",
    offeredCategoryKeys: ["delivery", "hub", "lock", "returns", "installation"],
  },
};
