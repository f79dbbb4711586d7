import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { dayNumber, daysBetween } from "./dayNumber";

const ZONES = [
  ...["Europe/Madrid", "America/New_York", "America/St_Johns", "America/Sao_Paulo", "Australia/Lord_Howe"],
  ...["Africa/Casablanca", "Asia/Kathmandu", "Pacific/Apia", "Pacific/Kiritimati", "UTC", "America/Santiago"],
];
const at = (local: string, zone: string) =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds);

test.each([
  // Spring: 23 hours lie between the same wall-clock times.
  ["Europe/Madrid", "2026-03-28T23:30", "2026-03-29T00:10", 1],
  ["Europe/Madrid", "2026-03-28T00:10", "2026-03-29T23:50", 1],
  ["Europe/Madrid", "2026-03-29T00:10", "2026-03-30T00:05", 1],
  // Autumn: the 25th has 25 hours, so 24 hours before 00:30 of the 26th is still the 25th.
  ["Europe/Madrid", "2026-10-24T23:50", "2026-10-26T00:30", 2],
  ["Europe/Madrid", "2026-10-25T00:10", "2026-10-25T23:50", 0],
  ["America/New_York", "2026-11-01T00:05", "2026-11-01T23:55", 0],
  ["America/New_York", "2026-10-31T23:59", "2026-11-01T23:55", 1],
  ["America/New_York", "2026-03-08T00:30", "2026-03-09T00:10", 1],
  ["Australia/Lord_Howe", "2026-04-04T23:59", "2026-04-05T23:59", 1],
  // This midnight does not exist.
  ["America/Santiago", "2026-09-05T23:59", "2026-09-06T01:00", 1],
  // The country skipped a day.
  ["Pacific/Apia", "2011-12-29T12:00", "2011-12-31T12:00", 2],
])("in %s from %s to %s it is %d days", (zone, first, second, days) => {
  expect(daysBetween(at(first, zone), at(second, zone), zone)).toBe(days);
});

test("one instant can be another day in another zone", () => {
  const instant = new Date("2026-11-28T22:30:00Z");
  expect(dayNumber(instant, "Asia/Kathmandu") - dayNumber(instant, "America/New_York")).toBe(1);
  expect(dayNumber(instant, "UTC")).toBe(Date.UTC(2026, 10, 28) / 86_400_000);
});

test("days are counted as Temporal counts calendar days, in every zone", () => {
  const instants = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2040, 0) });
  fc.assert(
    fc.property(instants, fc.integer({ min: -96, max: 96 }), fc.constantFrom(...ZONES), (firstMs, hours, zone) => {
      const [first, second] = [new Date(firstMs), new Date(firstMs + hours * 3_600_000)];
      const [dayOfFirst, dayOfSecond] = [first, second].map((each) =>
        Temporal.Instant.fromEpochMilliseconds(each.getTime()).toZonedDateTimeISO(zone).toPlainDate(),
      );
      expect(daysBetween(first, second, zone)).toBe(dayOfFirst?.until(dayOfSecond ?? "").days);
    }),
    { numRuns: 1_000 },
  );
});
