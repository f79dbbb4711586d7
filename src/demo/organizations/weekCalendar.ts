import type { Calendar, CalendarSpan } from "@/domain/sla/hours/calendar";

interface OpeningHours {
  readonly workdays: readonly CalendarSpan[];
  readonly saturday?: readonly CalendarSpan[];
  readonly sunday?: readonly CalendarSpan[];
}

/** A calendar with the same hours from Monday to Friday. Saturday and Sunday are closed unless given. */
export function weekCalendar(timeZone: string, hours: OpeningHours, holidays: Calendar["holidays"]): Calendar {
  const { workdays, saturday = [], sunday = [] } = hours;
  return {
    timeZone,
    weekly: { 1: workdays, 2: workdays, 3: workdays, 4: workdays, 5: workdays, 6: saturday, 7: sunday },
    holidays,
  };
}

/** A calendar that never closes, not even on holidays. */
export function roundTheClock(timeZone: string): Calendar {
  const wholeDay = [{ from: "00:00", to: "24:00" }];
  return weekCalendar(timeZone, { workdays: wholeDay, saturday: wholeDay, sunday: wholeDay }, []);
}
