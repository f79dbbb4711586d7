import { daysBetween } from "@/domain/time/dayNumber";
import type { Translate } from "../messages/translate";

/** The time of day in the reader's zone, such as "10:40". */
export function timeOf(instant: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }).format(instant);
}

/** The day of an instant in the reader's zone, with its year. */
export function dateOf(instant: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(instant);
}

/** The full date and time, for the tooltip and for screen readers. */
export function fullTimeOf(instant: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" }).format(instant);
}

/** "Today", "Yesterday", or the date, with the year if it is not this one. */
export function dayOf(instant: Date, nowMs: number, locale: string, t: Translate): string {
  const daysAgo = daysBetween(instant, new Date(nowMs));
  if (daysAgo === 0) return t("today");
  if (daysAgo === 1) return t("yesterday");
  const isThisYear = instant.getFullYear() === new Date(nowMs).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(isThisYear ? {} : { year: "numeric" }),
  }).format(instant);
}

/** Whether two instants fall on the same calendar day of the reader. */
export function isSameDay(first: Date, second: Date): boolean {
  return daysBetween(first, second) === 0;
}

/** An opening time in the visitor's own zone (R2), and that zone's short name. */
export function openingOf(opensAt: Date, nowMs: number, locale: string): { when: string; zone: string } {
  const isToday = isSameDay(opensAt, new Date(nowMs));
  const day: Intl.DateTimeFormatOptions = isToday ? {} : { weekday: "long", day: "numeric", month: "long" };
  const when = new Intl.DateTimeFormat(locale, { ...day, hour: "numeric", minute: "2-digit" }).format(opensAt);
  const named = new Intl.DateTimeFormat(locale, { timeZoneName: "short" }).formatToParts(opensAt);
  return { when, zone: named.find((part) => part.type === "timeZoneName")?.value ?? "" };
}
