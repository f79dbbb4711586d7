import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS, SETTINGS } from "@/testing/scenes/requestStories";
import { afterEvent } from "../afterEvent";
import type { WrittenMessage } from "../owedAnswer";
import type { RequestFacts } from "../requestFacts";
import { NEW_REQUEST } from "../requestFacts";
import { partedFacts, remainingFacts } from "./partedFacts";

const messages = fc
  .array(fc.record({ isFromCustomer: fc.boolean(), afterMs: fc.integer({ min: 1, max: 3 * HOUR_MS }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) => {
    let sentAtMs = 0;
    return all.map(({ isFromCustomer, afterMs }): WrittenMessage => {
      sentAtMs += afterMs;
      return { isFromCustomer, sentAtMs };
    });
  });

test("a split-off sequence is as if it had begun with its own messages", () => {
  fc.assert(
    fc.property(messages, (written) => {
      const parted = partedFacts(written, "assigned", SETTINGS);
      const last = written.at(-1);
      expect(parted.state).toBe("assigned");
      expect(parted.waitingSinceMs === null).toBe(last?.isFromCustomer === false);
      for (const { startedAtMs } of parted.clocks)
        expect(written.map(({ sentAtMs }) => sentAtMs)).toContain(startedAtMs);
    }),
  );
});

test("nobody waits in the rest for the messages that were split off, and their clocks are cancelled", () => {
  fc.assert(
    fc.property(messages, fc.nat(), (written, at) => {
      const whole = written.reduce<RequestFacts>(
        (facts, { isFromCustomer, sentAtMs }) =>
          afterEvent(facts, { type: isFromCustomer ? "customer_message" : "rep_reply" }, SETTINGS, sentAtMs),
        { ...NEW_REQUEST, state: "assigned" },
      );
      const index = at % written.length;
      const fromMs = written[index]?.sentAtMs ?? 0;
      const nowMs = (written.at(-1)?.sentAtMs ?? 0) + MINUTE_MS;
      const remaining = remainingFacts(whole, fromMs, written.slice(0, index), nowMs);
      const last = written[index - 1];
      expect(remaining.waitingSinceMs !== null).toBe(last?.isFromCustomer === true);
      if (remaining.waitingSinceMs !== null) expect(remaining.waitingSinceMs).toBeLessThan(fromMs);
      // A customer who waits for us is never away, and we never wait for one without end (R17).
      expect(remaining.owedSinceMs !== null).toBe(last?.isFromCustomer === false);
      for (const { startedAtMs, cancelledAtMs } of remaining.clocks)
        expect(cancelledAtMs !== undefined).toBe(startedAtMs >= fromMs);
    }),
  );
});
