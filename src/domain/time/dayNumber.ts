const DAY_MS = 86_400_000;

const formats = new Map<string | undefined, Intl.DateTimeFormat>();

/**
 * The calendar day of an instant in a zone, counted on from 1970: days that follow each other differ by one, however
 * many hours they have. Without a zone it is the device's own. Intl and not Temporal, which the widget cannot carry.
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

/** How many calendar days the second instant lies after the first: 0 on the same day, 1 for yesterday and today. */
export function daysBetween(first: Date, second: Date, timeZone?: string): number {
  return dayNumber(second, timeZone) - dayNumber(first, timeZone);
}

/** Making an Intl format costs more than using it a thousand times. */
function formatOf(timeZone: string | undefined): Intl.DateTimeFormat {
  // The device's zone can change while a page is open.
  const zone = timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const options = { year: "numeric", month: "numeric", day: "numeric", timeZone: zone } as const;
  const format = formats.get(zone) ?? new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", options);
  formats.set(zone, format);
  return format;
}
