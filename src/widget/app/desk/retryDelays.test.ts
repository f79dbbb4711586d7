import { expect, test } from "vitest";
import { sendRetryDelayMs, streamRetryDelayMs } from "./retryDelays";

test("a send is retried after 1, 2, 5, 15 and 30 seconds, then the person is asked", () => {
  expect([1, 2, 3, 4, 5, 6].map((failures) => sendRetryDelayMs(failures, "unreachable"))).toEqual([
    1_000,
    2_000,
    5_000,
    15_000,
    30_000,
    null,
  ]);
});

test("while the desk is in trouble, a send is retried without end", () => {
  expect([1, 4, 5, 6, 1_000].map((failures) => sendRetryDelayMs(failures, "unavailable"))).toEqual([
    1_000, 15_000, 15_000, 15_000, 15_000,
  ]);
});

test("the stream waits longer after each failure, at most 30 seconds and at least half of its step", () => {
  expect(streamRetryDelayMs(1, 0)).toBe(1_000);
  expect(streamRetryDelayMs(1, 1)).toBe(500);
  expect(streamRetryDelayMs(4, 0)).toBe(8_000);
  expect(streamRetryDelayMs(1_000, 0)).toBe(30_000);
});
