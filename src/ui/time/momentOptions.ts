import type { DateTimeFormatOptions } from "use-intl";
import { daysBetween } from "@/domain/time/dayNumber";

/** A day later, the weekday would be the same as today. */
const WEEKDAY_SHOWN_DAYS_MAX = 6;

/** How to write an instant: the time alone today, with the weekday in the next six days, else with the date. */
export function momentOptions(at: Date, nowMs: number, timeZone: string | undefined): DateTimeFormatOptions {
  const daysAhead = daysBetween(new Date(nowMs), at, timeZone);
  if (daysAhead === 0) return { timeStyle: "short" };
  return daysAhead > 0 && daysAhead <= WEEKDAY_SHOWN_DAYS_MAX
    ? { weekday: "short", hour: "numeric", minute: "2-digit" }
    : { dateStyle: "medium", timeStyle: "short" };
}
