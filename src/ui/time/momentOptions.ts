import type { DateTimeFormatOptions } from "use-intl";
import { daysBetween } from "@/domain/time/dayNumber";

/** Further ahead the same weekday would come again. */
const WEEKDAY_SHOWN_DAYS_MAX = 6;

/** How an instant is written: the time alone on the viewer's own day, in the coming days with the weekday, else with its date. */
export function momentOptions(at: Date, nowMs: number, timeZone: string | undefined): DateTimeFormatOptions {
  const daysAhead = daysBetween(new Date(nowMs), at, timeZone);
  if (daysAhead === 0) return { timeStyle: "short" };
  return daysAhead > 0 && daysAhead <= WEEKDAY_SHOWN_DAYS_MAX
    ? { weekday: "short", hour: "numeric", minute: "2-digit" }
    : { dateStyle: "medium", timeStyle: "short" };
}
