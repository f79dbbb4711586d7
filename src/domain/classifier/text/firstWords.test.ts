import { expect, test } from "vitest";
import { firstWords } from "./firstWords";

const said = (...lines: string[]) =>
  lines.map((line) => ({ isFromCustomer: !line.startsWith("rep:"), body: line.replace("rep:", "") }));

test.each([
  ["one message", said("My card is lost"), "My card is lost"],
  ["a text written in several messages", said("Hello", "My card", "is lost"), "Hello\nMy card\nis lost"],
  ["nothing after the first answer", said("My card is lost", "rep:Blocked", "Thanks, that works"), "My card is lost"],
  ["at most five messages", said("1", "2", "3", "4", "5", "6"), "1\n2\n3\n4\n5"],
  ["only what follows an unasked message of ours", said("rep:We called you", "My card", "rep:Yes?"), "My card"],
  ["nothing where the customer wrote nothing", said("rep:Hello?"), ""],
  ["nothing where nobody wrote", said(), ""],
])("first words: %s", (_name, spoken, words) => expect(firstWords(spoken)).toBe(words));
