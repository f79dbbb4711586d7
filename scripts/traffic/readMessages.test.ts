import { expect, test } from "vitest";
import { readMessages } from "./readMessages";

test("the column named text is read among others, with its commas, quotes and line breaks", () => {
  const csv = '\uFEFFlabel,text\narrival,"Where is my card, please?"\nother,"He said ""no""\nand left"\n';
  expect(readMessages(Buffer.from(csv))).toEqual(["Where is my card, please?", 'He said "no"\nand left']);
});

test("empty rows are left out, and long ones are cut to what a customer may write", () => {
  expect(readMessages(Buffer.from(`text\n  \n${"a".repeat(5000)}\n`))).toEqual(["a".repeat(4000)]);
});

test("a file without the column, or without any message, is refused with a sentence", () => {
  expect(() => readMessages(Buffer.from("message\nhello\n"))).toThrow(/no column “text”/);
  expect(() => readMessages(Buffer.from("text\n"))).toThrow(/no message/);
});

test("a file that Excel wrote in Europe is read correctly", () => {
  const csv = Buffer.from("sep=;\r\ntext;notes, internal\r\nTürklingel;x\r\n;;\r\n", "latin1");
  expect(readMessages(csv)).toEqual(["Türklingel"]);
});
