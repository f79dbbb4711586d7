import type { Calendar } from "./calendar";
import { openStretches } from "./openStretches";

/** The first open instant at or after `atMs` (R2): `atMs` itself while open, `null` when none comes within `WINDOWS_AHEAD_DAYS_MAX` days. */
export function nextOpeningAtMs(calendar: Calendar | null, atMs: number): number | null {
  for (const { opensAtMs } of openStretches(calendar, atMs)) return Math.max(opensAtMs, atMs);
  return null;
}
