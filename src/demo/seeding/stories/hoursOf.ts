import type { Scenario } from "../../texts/scenario";
import type { Structure } from "../founding/structure";

/** The hours of a scenario's team and its promises; urgent are those that run around the clock. Null without a team. */
export function hoursOf({ categoryKey }: Scenario, { demo }: Structure) {
  const category = demo.categories.find(({ key }) => key === categoryKey);
  const team = demo.teams.find(({ key }) => key === category?.teamKey);
  const policy = demo.slaPolicies.find(({ key }) => key === category?.slaPolicyKey);
  if (!team || !policy) return null;
  const isUrgent = policy.targets.some(({ clock }) => clock === "calendar");
  return { calendar: team.calendar, isUrgent, budgets: policy.targets };
}
