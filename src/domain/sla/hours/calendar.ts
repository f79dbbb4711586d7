import { z } from "zod";

const SPANS_A_DAY_MAX = 24;
const HOLIDAYS_MAX = 2_000;

const openingTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time_of_day_malformed");
const closingTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "time_of_day_malformed");

/** Opening hours on the wall clock. A `to` at or before `from` is on the next day. */
export const CalendarSpan = z.object({ from: openingTime, to: closingTime }).readonly();
export type CalendarSpan = z.infer<typeof CalendarSpan>;

const spans = z.array(CalendarSpan).max(SPANS_A_DAY_MAX, "too_many_spans").readonly();

const holiday = z.object({ on: z.iso.date("date_malformed"), name: z.string().max(200).optional(), spans }).readonly();

/**
 * Opening hours of a team or an organization (B3): wall-clock spans per ISO weekday (1 = Monday) in one IANA time zone.
 * On a holiday only the holiday's own spans are open. The weekday's spans and the end of the shift before do not count.
 * A calendar is never changed in place; an edit makes a new version and a new object.
 */
export const Calendar = z
  .object({
    timeZone: z.string().refine(isKnownTimeZone, "time_zone_unknown"),
    weekly: z.object({ 1: spans, 2: spans, 3: spans, 4: spans, 5: spans, 6: spans, 7: spans }).readonly(),
    holidays: z.array(holiday).max(HOLIDAYS_MAX, "too_many_holidays").superRefine(refuseSameDateTwice).readonly(),
  })
  .refine(opensAtAll, { path: ["weekly"], error: "calendar_never_open" })
  .readonly();
export type Calendar = z.infer<typeof Calendar>;

const wholeDay = [{ from: "00:00", to: "24:00" }];

/** A calendar that is always open. A clock without opening hours has the calendar null instead. */
export const ALWAYS_OPEN: Calendar = {
  timeZone: "UTC",
  weekly: { 1: wholeDay, 2: wholeDay, 3: wholeDay, 4: wholeDay, 5: wholeDay, 6: wholeDay, 7: wholeDay },
  holidays: [],
};

function isKnownTimeZone(timeZone: string): boolean {
  // Offsets such as "+02:00" would pass below, but they have no daylight saving time.
  if (!/^[A-Za-z]/.test(timeZone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}

function refuseSameDateTwice(holidays: readonly { on: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, { on }] of holidays.entries()) {
    if (seen.has(on)) context.addIssue({ code: "custom", path: [index, "on"], message: "holiday_twice" });
    seen.add(on);
  }
}

type Day = { readonly spans: readonly CalendarSpan[] };

function opensAtAll({ weekly, holidays }: { weekly: Record<number, Day["spans"]>; holidays: readonly Day[] }): boolean {
  const days = [...Object.values(weekly), ...holidays.map((each) => each.spans)];
  return days.some((each) => each.length > 0);
}
