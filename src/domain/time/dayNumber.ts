const DAY_MS = 86_400_000;

const formats = new Map<string | undefined, Intl.DateTimeFormat>();

/**
 * The calendar day of an instant in a time zone, counted from 1970-01-01. Consecutive days differ by one, no matter how
 * many hours they have. Without a zone it uses the device's own. It uses Intl, since Temporal is too large for the
 * widget.
 */
export function dayNumber(at: Date, timeZone?: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const [year = 1970, month = 1, day = 1] = [parts.get("year"), parts.get("month"), parts.get("day")];
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** The number of calendar days from the first instant to the second: 0 on the same day, 1 from yesterday to today. */
export function daysBetween(first: Date, second: Date, timeZone?: string): number {
  return dayNumber(second, timeZone) - dayNumber(first, timeZone);
}

/** Kept, because making an Intl format costs more than using it a thousand times. */
function formatOf(timeZone: string | undefined): Intl.DateTimeFormat {
  // The device's zone can change while a page is open.
  const zone = timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const options = { year: "numeric", month: "numeric", day: "numeric", timeZone: zone } as const;
  const format = formats.get(zone) ?? new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", options);
  formats.set(zone, format);
  return format;
}
