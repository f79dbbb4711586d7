import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR_MS, SETTINGS } from "@/testing/scenes/requestStories";
import { afterEvent } from "./afterEvent";
import type { WrittenMessage } from "./owedAnswer";
import { withoutReply } from "./owedAnswer";
import type { RequestFacts } from "./requestFacts";
import { NEW_REQUEST } from "./requestFacts";

const written = fc
  .array(fc.boolean(), { minLength: 1, maxLength: 10 })
  .map((all) => all.map((isFromCustomer, index): WrittenMessage => ({ isFromCustomer, sentAtMs: index * HOUR_MS })));

const after = (messages: readonly WrittenMessage[]): RequestFacts =>
  messages.reduce<RequestFacts>(
    (facts, { isFromCustomer, sentAtMs }) =>
      afterEvent(facts, { type: isFromCustomer ? "customer_message" : "rep_reply" }, SETTINGS, sentAtMs),
    { ...NEW_REQUEST, state: "assigned" },
  );

test("after a reply is taken back, waiting and owing are as if it had never been written", () => {
  fc.assert(
    fc.property(written, fc.nat(), (messages, at) => {
      const ours = messages.filter(({ isFromCustomer }) => !isFromCustomer);
      const taken = ours[at % Math.max(1, ours.length)];
      const rest = messages.filter((each) => each !== taken);
      const never = after(rest);
      const facts = withoutReply(after(messages), rest);
      expect([facts.waitingSinceMs, facts.lastReplyAtMs, facts.owedSinceMs === null]).toEqual([
        never.waitingSinceMs,
        never.lastReplyAtMs,
        never.owedSinceMs === null,
      ]);
      expect(facts.clocks).toEqual(after(messages).clocks);
    }),
    { numRuns: 1000 },
  );
});

test("the customer still owes information that we asked for, and a closed request stays closed", () => {
  const messages = [
    { isFromCustomer: true, sentAtMs: 0 },
    { isFromCustomer: false, sentAtMs: HOUR_MS },
  ];
  const asked = afterEvent(after(messages), { type: "state_set", state: "need_info" }, SETTINGS, HOUR_MS);
  expect(withoutReply(asked, messages.slice(0, 1))).toMatchObject({ waitingSinceMs: 0, owedSinceMs: HOUR_MS });
  const closed = afterEvent(after(messages), { type: "state_set", state: "closed" }, SETTINGS, HOUR_MS);
  expect(withoutReply(closed, messages.slice(0, 1))).toBe(closed);
});
