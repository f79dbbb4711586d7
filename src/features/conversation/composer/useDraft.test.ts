import { expect, test } from "vitest";
import { MEMBER_MESSAGE_LENGTH_MAX } from "@/contract/inputs/limits";
import { draftWithText } from "./useDraft";

test("a quote goes below what was written, and nothing of either is lost", () => {
  expect(draftWithText("", "It is on its way.")).toBe("It is on its way.");
  expect(draftWithText("Dear Ana,\n", "It is on its way.")).toBe("Dear Ana,\n\nIt is on its way.");
  const long = "x".repeat(MEMBER_MESSAGE_LENGTH_MAX);
  expect(draftWithText(long, "more")).toBe(`${long}\n\nmore`);
});
