import { expect, test } from "vitest";
import { exampleSnapshot } from "./exampleRouting";
import { DURATION_SAMPLES_MAX, DURATION_SAMPLES_MIN, durationRange, expectedWait } from "./expectedWait";

const upTo = (count: number) => Array.from({ length: count }, (_, index) => count - index);

test("half of the recent waits are within p50, nine of ten within p90 (R7)", () => {
  expect(durationRange(upTo(100))).toEqual({ p50Ms: 50, p90Ms: 90 });
});

test("with too few samples there is no range (R7)", () => {
  expect(durationRange(upTo(DURATION_SAMPLES_MIN - 1))).toBeNull();
  expect(durationRange(upTo(DURATION_SAMPLES_MIN))).not.toBeNull();
  expect(durationRange([])).toBeNull();
});

test("old waits do not count (R7)", () => {
  const recent = Array.from({ length: DURATION_SAMPLES_MAX }, () => 7);
  expect(durationRange([...recent, ...upTo(9_000)])).toEqual({ p50Ms: 7, p90Ms: 7 });
});

test("the queue length is that of the category, the position that of the whole queue (R7)", () => {
  const snapshot = exampleSnapshot([], {
    teamQueueLengths: { billing: { total: 5, byCategoryId: { refunds: 2 } } },
    recentPickUpMs: { billing: upTo(20) },
  });
  const pickUp = { p50Ms: 10, p90Ms: 18 };
  expect(expectedWait(snapshot, "billing", "refunds")).toEqual({
    pickUp,
    close: null,
    queueLength: 2,
    queuePosition: 6,
  });
  expect(expectedWait(snapshot, "billing", "loans").queueLength).toBe(0);
  expect(expectedWait(snapshot, "billing", null).queueLength).toBe(5);
  expect(expectedWait(snapshot, "sales", null)).toEqual({
    pickUp: null,
    close: null,
    queueLength: 0,
    queuePosition: 1,
  });
});

test("a closed team has no ranges (R7)", () => {
  const snapshot = exampleSnapshot([], {
    teamHours: { billing: { isOpen: false, opensAtMs: 9 } },
    recentPickUpMs: { billing: upTo(20) },
    recentCloseMs: { billing: upTo(20) },
  });
  expect(expectedWait(snapshot, "billing", null)).toMatchObject({ pickUp: null, close: null });
});
