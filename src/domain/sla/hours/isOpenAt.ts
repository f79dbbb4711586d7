import type { Calendar } from "./calendar";
import { openStretches } from "./openStretches";

/** Whether the calendar is open at an instant: the opening instant is open, the closing instant is not. */
export function isOpenAt(calendar: Calendar | null, atMs: number): boolean {
  for (const { opensAtMs } of openStretches(calendar, atMs, atMs + 1)) return opensAtMs <= atMs;
  return false;
}
