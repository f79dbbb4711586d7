import { expect, test } from "vitest";
import { historyOnJoining } from "./historyOnJoining";

test.each([
  ["only later messages", "now", 3, 9],
  ["everything since the inviter's own part began", "start", 3, 3],
  ["everything, where the inviter sees everything", "start", 0, 0],
  ["only later messages, where the inviter takes no part", "start", null, 9],
] as const)("somebody who joins sees %s (P2)", (_, showFrom, inviterAfterOrdinal, expected) => {
  expect(historyOnJoining(showFrom, { lastOrdinal: 9 }, inviterAfterOrdinal)).toBe(expected);
});
