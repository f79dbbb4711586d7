import type { Calendar } from "@/domain/sla/hours/calendar";
import { openStretches } from "@/domain/sla/hours/openHours";
import { slaDueAtMs } from "@/domain/sla/slaDueAtMs";

const DAY_MS = 86_400_000;
/** No team of the demo stays closed for longer. */
const CLOSED_DAYS_MAX = 14;

/** The instant at which so much open time has passed since `fromMs`. */
export function afterOpenMs(calendar: Calendar | null, fromMs: number, openMs: number): number {
  return slaDueAtMs(fromMs, Math.max(1, openMs), openStretches(calendar, fromMs));
}

/** The instant since which so much open time has passed until `untilMs`. */
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
