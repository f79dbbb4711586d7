import { Temporal } from "temporal-polyfill";
import type { SeededRandom } from "./seededRandom";

const HOUR_MS = 3_600_000;

/** Relative number of people who write in each hour of the day, estimated: most before lunch, few at night. */
const HOURS = [1, 0.5, 0.3, 0.3, 0.4, 1, 4, 14, 38, 60, 70, 64, 48, 50, 60, 60, 54, 44, 32, 26, 20, 13, 7, 3];
/** Relative weight of each ISO weekday: Mondays bring what waited over the weekend. */
const WEEKDAYS = [1.35, 1.12, 1, 1, 0.95, 0.32, 0.2];

/** `count` ascending instants between `fromMs` and `untilMs`, spread as people write to an office in the time zone. */
export function arrivals(
  { fromMs, untilMs, timeZone }: { fromMs: number; untilMs: number; timeZone: string },
  count: number,
  random: SeededRandom,
): number[] {
  const hours: { startsAtMs: number; upTo: number }[] = [];
  let total = 0;
  for (let startsAtMs = fromMs; startsAtMs + HOUR_MS <= untilMs; startsAtMs += HOUR_MS) {
    total += weightAt(startsAtMs, timeZone);
    hours.push({ startsAtMs, upTo: total });
  }
  const drawn = Array.from({ length: count }, () => {
    const wanted = random.next() * total;
    const startsAtMs = hours[firstReaching(hours, wanted)]?.startsAtMs ?? fromMs;
    return Math.floor(startsAtMs + random.next() * HOUR_MS);
  });
  return drawn.sort((a, b) => a - b);
}

function weightAt(atMs: number, timeZone: string): number {
  const { hour, dayOfWeek } = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
  return (HOURS[hour] ?? 0) * (WEEKDAYS[dayOfWeek - 1] ?? 1);
}

function firstReaching(hours: readonly { upTo: number }[], wanted: number): number {
  let [low, high] = [0, hours.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hours[middle]?.upTo ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
