import { expect, test } from "vitest";
import { draftKey, questionDraftKey } from "./keptDrafts";

test("two interactions, two people, and a reply and a question of one interaction never share a draft", () => {
  const keys = [
    draftKey("mia", "customer thread"),
    draftKey("mia", "backchannel"),
    draftKey("tom", "customer thread"),
    questionDraftKey("mia", "customer thread"),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
