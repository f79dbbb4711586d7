import type { DateTimeFormatOptions } from "use-intl";
import { daysBetween } from "@/domain/time/dayNumber";

/** How an instant is written: the time alone on the viewer's own day, else with its day, whose year is told where it is another. */
export function momentOptions(at: Date, nowMs: number, timeZone: string | undefined): DateTimeFormatOptions {
  return daysBetween(at, new Date(nowMs), timeZone) === 0
    ? { timeStyle: "short" }
    : { dateStyle: "medium", timeStyle: "short" };
}
