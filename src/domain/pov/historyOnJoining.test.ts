import { expect, test } from "vitest";
import { historyOnJoining } from "./historyOnJoining";

test.each([
  ["from then on", "now", 3, 9],
  ["from where the inviter's own part begins", "start", 3, 3],
  ["all of it, where the inviter has all of it", "start", 0, 0],
  ["nothing said before, where the inviter takes no part", "start", null, 9],
] as const)("who is added sees %s (P2)", (_, showFrom, inviterAfterOrdinal, expected) => {
  expect(historyOnJoining(showFrom, { lastOrdinal: 9 }, inviterAfterOrdinal)).toBe(expected);
});
