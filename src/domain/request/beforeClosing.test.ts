import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS, playRequest, requestSteps, SETTINGS } from "@/testing/scenes/requestStories";
import { readClock } from "../sla/readClock";
import { afterEvent } from "./afterEvent";
import { asIfNeverClosed, beforeClosing } from "./beforeClosing";

const toldClosed = fc.constantFrom(null, { atMs: 0, opensAtMs: HOUR_MS }, { atMs: 0, opensAtMs: null });
const laterMs = fc.constantFrom(0, 1, MINUTE_MS, 9 * MINUTE_MS, 26 * HOUR_MS);

/** This includes requests that were closed and reopened before. */
test("a closing that is taken back leaves no trace in facts and clocks", () => {
  fc.assert(
    fc.property(requestSteps, laterMs, laterMs, toldClosed, (steps, closedAfterMs, lookedAfterMs, told) => {
      const { facts: played, nowMs } = playRequest(steps);
      fc.pre(played.state !== "retired");
      const facts = { ...played, toldClosed: told };
      const closedAtMs = nowMs + closedAfterMs;
      const closed = afterEvent(facts, { type: "state_set", state: "closed" }, SETTINGS, closedAtMs);
      const back = asIfNeverClosed(closed, beforeClosing(facts, closedAtMs));
      expect(back).toEqual(facts);
      const atMs = closedAtMs + lookedAfterMs;
      expect(back.clocks.map((clock) => readClock(clock, atMs))).toEqual(
        facts.clocks.map((clock) => readClock(clock, atMs)),
      );
    }),
  );
});

test("taking back the closing by a reply keeps the reply", () => {
  fc.assert(
    fc.property(requestSteps, (steps) => {
      const { facts, nowMs } = playRequest(steps);
      fc.pre(facts.state !== "retired");
      const replied = afterEvent(facts, { type: "rep_reply" }, SETTINGS, nowMs);
      const closed = afterEvent(facts, { type: "rep_reply", thenState: "closed" }, SETTINGS, nowMs);
      expect(asIfNeverClosed(closed, beforeClosing(replied, nowMs))).toEqual(replied);
    }),
  );
});
