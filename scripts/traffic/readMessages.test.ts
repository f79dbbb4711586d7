import { expect, test } from "vitest";
import { readMessages } from "./readMessages";

test("the column named text is read, whatever stands beside it, with commas, quotes and line breaks kept", () => {
  const csv = '\uFEFFlabel,text\narrival,"Where is my card, please?"\nother,"He said ""no""\nand left"\n';
  expect(readMessages(csv)).toEqual(["Where is my card, please?", 'He said "no"\nand left']);
});

test("empty rows are left out, and long ones are cut to what a customer may write", () => {
  expect(readMessages(`text\n  \n${"a".repeat(5000)}\n`)).toEqual(["a".repeat(4000)]);
});

test("a file without the column, or without any message, is refused with a sentence", () => {
  expect(() => readMessages("message\nhello\n")).toThrow(/no column “text”/);
  expect(() => readMessages("text\n")).toThrow(/no message/);
});
