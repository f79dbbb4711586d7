import { expect, test } from "vitest";
import { toldWaitMs } from "./toldWaitMs";

const NOW_MS = Date.parse("2026-11-28T12:00:00Z");

test.each([
  ["2", 2_000],
  [" 30 ", 30_000],
  ["0", 0],
  ["Sat, 28 Nov 2026 12:00:07 GMT", 7_000],
  ["Sat, 28 Nov 2026 11:00:00 GMT", 0],
  ["86400", 300_000],
  ["99999999999999999999999", 300_000],
  ["soon", 0],
  ["", 0],
  [null, 0],
])("Retry-After %j is %d ms", (header, waitMs) => {
  expect(toldWaitMs(header, NOW_MS)).toBe(waitMs);
});
