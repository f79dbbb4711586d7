import { expect, test } from "vitest";
import { momentOptions } from "./momentOptions";

const nowMs = Date.parse("2026-11-28T09:00:00Z");
const shown = (at: string, timeZone: string) =>
  new Intl.DateTimeFormat("en", { ...momentOptions(new Date(at), nowMs, timeZone), timeZone })
    .format(new Date(at))
    .replace(/\u202f/g, " ");

test("an instant of another day shows its date, however few hours ago it was", () => {
  expect(shown("2026-11-27T15:56:00Z", "Europe/Madrid")).toBe("Nov 27, 2026, 4:56 PM");
  expect(shown("2026-11-27T23:30:00Z", "UTC")).toBe("Nov 27, 2026, 11:30 PM");
});

test("the viewer's time zone decides which day it is", () => {
  expect(shown("2026-11-27T23:30:00Z", "Europe/Madrid")).toBe("12:30 AM");
  expect(shown("2026-11-28T08:00:00Z", "America/Los_Angeles")).toBe("12:00 AM");
  expect(shown("2026-11-28T07:59:00Z", "America/Los_Angeles")).toBe("Nov 27, 2026, 11:59 PM");
});

test("an instant of the next six days shows its weekday", () => {
  expect(shown("2026-11-30T08:30:00Z", "UTC")).toBe("Mon 8:30 AM");
  expect(shown("2026-12-04T23:59:00Z", "UTC")).toBe("Fri 11:59 PM");
  expect(shown("2026-12-05T00:00:00Z", "UTC")).toBe("Dec 5, 2026, 12:00 AM");
});
