import { expect, test } from "vitest";
import { isSeenByPrivilege, type ParticipationStatus, type ViewerStanding } from "./isSeenByPrivilege";

const part = (id: string, status: ParticipationStatus) => ({ party: { id }, status });

test.each<[ViewerStanding, ReturnType<typeof part>[], boolean]>([
  ["privileged", [part("ana", "taking_part")], true],
  ["privileged", [part("cards", "left"), part("ana", "taking_part")], true],
  ["privileged", [part("cards", "declined")], true],
  ["privileged", [part("loans", "taking_part")], true],
  ["privileged", [part("cards", "taking_part")], false],
  ["privileged", [part("cards", "invited")], false],
  ["taking_part", [part("ana", "taking_part")], false],
  ["took_part", [part("ana", "left")], false],
  ["invited", [part("ana", "invited")], false],
])("a viewer who is %s in an interaction of %j sees it by privilege: %s (P12)", (viewer, participants, expected) => {
  expect(isSeenByPrivilege({ viewer, participants }, ["cards", "bank"])).toBe(expected);
});
