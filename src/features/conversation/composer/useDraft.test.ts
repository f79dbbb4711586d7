import { expect, test } from "vitest";
import { MEMBER_MESSAGE_LENGTH_MAX } from "@/contract/inputs/limits";
import { draftWithText } from "./useDraft";

test("a quote goes below what was written, and never makes a message too long", () => {
  expect(draftWithText("", "It is on its way.")).toBe("It is on its way.");
  expect(draftWithText("Dear Ana,\n", "It is on its way.")).toBe("Dear Ana,\n\nIt is on its way.");
  expect(draftWithText("x".repeat(MEMBER_MESSAGE_LENGTH_MAX), "more")).toHaveLength(MEMBER_MESSAGE_LENGTH_MAX);
});
