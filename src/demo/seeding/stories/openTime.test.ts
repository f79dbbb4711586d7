import fc from "fast-check";
import { expect, test } from "vitest";
import { openMsBetween } from "@/domain/sla/hours/openHours";
import { BANK_TEAMS } from "../../organizations/bankTeams";
import { afterOpenMs, beforeOpenMs } from "./openTime";

const MINUTE_MS = 60_000;
const calendars = fc.constantFrom(null, ...BANK_TEAMS.map(({ calendar }) => calendar));
const instants = fc.integer({ min: Date.parse("2026-10-01"), max: Date.parse("2027-02-01") });
const spans = fc.integer({ min: MINUTE_MS, max: 20 * 60 * MINUTE_MS });

test("the open time up to an instant, or from it, is exactly the time that was asked for", () => {
  fc.assert(
    fc.property(calendars, instants, spans, (calendar, atMs, openMs) => {
      expect(openMsBetween(calendar, beforeOpenMs(calendar, atMs, openMs), atMs)).toBe(openMs);
      expect(openMsBetween(calendar, atMs, afterOpenMs(calendar, atMs, openMs))).toBe(openMs);
    }),
    { seed: 7 },
  );
});
