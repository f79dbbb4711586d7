import { expect, test } from "vitest";
import { arrivals } from "./arrivals";
import { seededRandom } from "./seededRandom";

const WEEKS = { fromMs: Date.parse("2026-09-21T00:00:00Z"), untilMs: Date.parse("2026-11-16T00:00:00Z") };

test("arrivals are ascending, and most of them fall in office hours of the organization's time zone", () => {
  const instants = arrivals({ ...WEEKS, timeZone: "Europe/Berlin" }, 2_000, seededRandom("weeks"));
  expect(instants).toHaveLength(2_000);
  expect(instants.toSorted((a, b) => a - b)).toEqual(instants);
  const hourOf = new Intl.DateTimeFormat("en", { hour: "numeric", hourCycle: "h23", timeZone: "Europe/Berlin" });
  const hours = instants.map((atMs) => Number(hourOf.format(atMs)));
  const share = (isIn: (hour: number) => boolean) => hours.filter(isIn).length / hours.length;
  expect(share((hour) => hour >= 8 && hour < 18)).toBeGreaterThan(0.7);
  expect(share((hour) => hour < 6)).toBeLessThan(0.03);
});
