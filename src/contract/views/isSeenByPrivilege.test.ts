import { expect, test } from "vitest";
import { isSeenByPrivilege } from "./isSeenByPrivilege";
import type { InteractionView, ParticipantView } from "./repViews";

function part(id: string, status: ParticipantView["status"]): ParticipantView {
  const party = { id, kind: "team" as const, name: id };
  return { party, role: "responder", status, declineReason: null, joinedAt: null, leftAt: null, mayRemove: false };
}

test.each<[InteractionView["viewer"], ParticipantView[], boolean]>([
  ["privileged", [part("ana", "taking_part")], true],
  ["privileged", [part("cards", "left"), part("ana", "taking_part")], true],
  ["privileged", [part("cards", "declined")], true],
  ["privileged", [part("loans", "taking_part")], true],
  ["privileged", [part("cards", "taking_part")], false],
  ["privileged", [part("cards", "invited")], false],
  ["taking_part", [part("ana", "taking_part")], false],
  ["took_part", [part("ana", "left")], false],
  ["invited", [part("ana", "invited")], false],
])("a viewer %s of an interaction of %j: by privilege %s", (viewer, participants, expected) => {
  expect(isSeenByPrivilege({ viewer, participants }, ["cards", "bank"])).toBe(expected);
});
