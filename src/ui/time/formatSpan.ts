const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Seconds are shown below this, and only minutes from there on (UX §1.7). */
const SECONDS_SHOWN_BELOW_MS = 2 * MINUTE_MS;

type Part = ["day" | "hour" | "minute" | "second", number];

/**
 * A span of time in the viewer's language, in at most two units, rounded down: "1m 20s", "4m", "1h 12m", "2d 4h". A
 * negative span counts as 0. "long" is for screen readers: "4 minutes".
 */
export function formatSpan(spanMs: number, locale: string, width: "narrow" | "long" = "narrow"): string {
  return partsOf(Math.max(0, spanMs))
    .map(([unit, amount]) => unitFormat(locale, unit, width).format(amount))
    .join(" ");
}

function partsOf(spanMs: number): Part[] {
  if (spanMs < SECONDS_SHOWN_BELOW_MS) return twoOf(["minute", MINUTE_MS], ["second", SECOND_MS], spanMs);
  if (spanMs < HOUR_MS) return [["minute", Math.floor(spanMs / MINUTE_MS)]];
  if (spanMs < DAY_MS) return twoOf(["hour", HOUR_MS], ["minute", MINUTE_MS], spanMs);
  return twoOf(["day", DAY_MS], ["hour", HOUR_MS], spanMs);
}

function twoOf([big, bigMs]: Part, [small, smallMs]: Part, spanMs: number): Part[] {
  const bigs = Math.floor(spanMs / bigMs);
  const smalls = Math.floor((spanMs - bigs * bigMs) / smallMs);
  if (bigs === 0) return [[small, smalls]];
  return smalls === 0
    ? [[big, bigs]]
    : [
        [big, bigs],
        [small, smalls],
      ];
}

const formats = new Map<string, Intl.NumberFormat>();

/** Cached: creating an Intl format costs more than using it a thousand times. */
function unitFormat(locale: string, unit: Part[0], unitDisplay: "narrow" | "long"): Intl.NumberFormat {
  const key = `${locale} ${unit} ${unitDisplay}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay });
  formats.set(key, format);
  return format;
}
