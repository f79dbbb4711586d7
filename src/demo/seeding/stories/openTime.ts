import type { Calendar } from "@/domain/sla/hours/calendar";
import { openStretches } from "@/domain/sla/hours/openHours";
import { slaDueAtMs } from "@/domain/sla/slaDueAtMs";
import type { Scenario } from "../../texts/scenario";
import type { Structure } from "../founding/structure";

const DAY_MS = 86_400_000;
/** More days than any team of the demo is closed in a row. */
const CLOSED_DAYS_MAX = 14;

/** The instant, in epoch ms, by which `openMs` of open time have passed since `fromMs`. */
export function afterOpenMs(calendar: Calendar | null, fromMs: number, openMs: number): number {
  return slaDueAtMs(fromMs, Math.max(1, openMs), openStretches(calendar, fromMs));
}

/** The instant, in epoch ms, from which `openMs` of open time pass until `untilMs`; at most 14 days before it. */
export function beforeOpenMs(calendar: Calendar | null, untilMs: number, openMs: number): number {
  if (calendar === null) return untilMs - openMs;
  let remainingMs = openMs;
  const stretches = [...openStretches(calendar, untilMs - CLOSED_DAYS_MAX * DAY_MS, untilMs)].reverse();
  for (const { opensAtMs, closesAtMs } of stretches) {
    const closedAtMs = Math.min(closesAtMs, untilMs);
    if (closedAtMs - opensAtMs >= remainingMs) return closedAtMs - remainingMs;
    remainingMs -= closedAtMs - opensAtMs;
  }
  return untilMs - CLOSED_DAYS_MAX * DAY_MS;
}

/** Hours and promises of a scenario's team; urgent if a promise runs around the clock; null without team or policy. */
export function hoursOf({ categoryKey }: Scenario, { demo }: Structure) {
  const category = demo.categories.find(({ key }) => key === categoryKey);
  const team = demo.teams.find(({ key }) => key === category?.teamKey);
  const policy = demo.slaPolicies.find(({ key }) => key === category?.slaPolicyKey);
  if (!team || !policy) return null;
  const isUrgent = policy.targets.some(({ clock }) => clock === "calendar");
  return { calendar: team.calendar, isUrgent, budgets: policy.targets };
}
