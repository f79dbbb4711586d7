/** Local wall-clock hours of one day, "HH:MM" to "HH:MM" or "24:00". */
export interface DemoSpan {
  readonly from: string;
  readonly to: string;
}

/** Opening hours in the shape that the domain's calendar parses; ISO weekdays, Monday is 1. */
export interface DemoCalendar {
  readonly timeZone: string;
  readonly weekly: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly DemoSpan[]>>;
  readonly holidays: readonly DemoHoliday[];
}

/** A day with hours of its own; no spans means closed. */
export interface DemoHoliday {
  readonly on: string;
  readonly name: string;
  readonly spans: readonly DemoSpan[];
}

interface OpeningHours {
  readonly workdays: readonly DemoSpan[];
  readonly saturday?: readonly DemoSpan[];
  readonly sunday?: readonly DemoSpan[];
}

/** The calendar with the same hours from Monday to Friday; Saturday and Sunday are closed unless given. */
export function weekCalendar(timeZone: string, hours: OpeningHours, holidays: readonly DemoHoliday[]): DemoCalendar {
  const { workdays, saturday = [], sunday = [] } = hours;
  return {
    timeZone,
    weekly: { 1: workdays, 2: workdays, 3: workdays, 4: workdays, 5: workdays, 6: saturday, 7: sunday },
    holidays,
  };
}

/** The calendar that never closes, holidays included. */
export function roundTheClock(timeZone: string): DemoCalendar {
  const wholeDay = [{ from: "00:00", to: "24:00" }];
  return weekCalendar(timeZone, { workdays: wholeDay, saturday: wholeDay, sunday: wholeDay }, []);
}
