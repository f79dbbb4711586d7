import { DomainError } from "@/domain/errors";
import type { OpenWindow } from "./hours/timetable";

/**
 * When an SLA target is due, if its clock starts at `startedAtMs` and runs only in open hours.
 *
 * @param startedAtMs epoch ms; outside open hours, the clock waits for the next window
 * @param budgetMs the open time allowed, in ms; must be positive
 * @param windows ascending, disjoint, far enough ahead to hold the budget (`openStretches`, `openWindows`)
 * @returns epoch ms, inside one of the windows or at its closing instant
 * @throws DomainError `sla_calendar_exhausted` if the windows end before the budget
 * @throws RangeError if the budget is not positive
 */
export function slaDueAtMs(startedAtMs: number, budgetMs: number, windows: Iterable<OpenWindow>): number {
  if (!(budgetMs > 0)) throw new RangeError(`SLA budget must be positive, got ${budgetMs} ms`);

  let remainingMs = budgetMs;
  for (const { opensAtMs, closesAtMs } of windows) {
    const countsFromMs = Math.max(opensAtMs, startedAtMs);
    const openMs = Math.max(0, closesAtMs - countsFromMs);
    if (openMs >= remainingMs) return countsFromMs + remainingMs;
    remainingMs -= openMs;
  }
  throw new DomainError("sla_calendar_exhausted", { startedAtMs, budgetMs, remainingMs });
}
