import { expect, test } from "vitest";
import { requestText } from "./requestText";

test.each([
  ["Hi there,\nmy card is lost.\n\nBest regards,\nAnn", "my card is lost."],
  ["Dear Sir or Madam:\nPlease help", "Please help"],
  ["Guten Tag Frau Müller,\nwo ist mein Paket?\nMit freundlichen Grüßen\nJan", "wo ist mein Paket?"],
  ["It is broken.\n> Did you try again?\n> Yes", "It is broken."],
  ["It is broken.\nOn Mon, 3 May 2026, Shop wrote:\nDid you try again?", "It is broken."],
  ["It is broken.\n-----Original Message-----\nFrom: Shop", "It is broken."],
  ["Where is it?\n-- \nAnn Example\nACME Ltd.", "Where is it?"],
  ["Where is it?\nSent from my phone", "Where is it?"],
  ["Hello", "Hello"],
  ["Thanks", "Thanks"],
  ["Highly unusual payment", "Highly unusual payment"],
  ["I am on a train. He wrote: nothing came", "I am on a train. He wrote: nothing came"],
])("of %j the request is %j", (message, own) => {
  expect(requestText({ subject: null, message })).toBe(own);
});

test("the subject comes first, without prefixes such as Re: and Fwd:", () => {
  expect(requestText({ subject: "Re: AW: Lost card", message: "Please block it" })).toBe("Lost card\nPlease block it");
  expect(requestText({ subject: "Re: ", message: "Please block it" })).toBe("Please block it");
});
