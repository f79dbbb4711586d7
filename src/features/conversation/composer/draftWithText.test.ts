import { expect, test } from "vitest";
import { draftWithText } from "./draftWithText";
import { MESSAGE_LENGTH_MAX } from "./messageLengthMax";

test("a quote goes below what was written, and never makes a message too long", () => {
  expect(draftWithText("", "It is on its way.")).toBe("It is on its way.");
  expect(draftWithText("Dear Ana,\n", "It is on its way.")).toBe("Dear Ana,\n\nIt is on its way.");
  expect(draftWithText("x".repeat(MESSAGE_LENGTH_MAX), "more")).toHaveLength(MESSAGE_LENGTH_MAX);
});
