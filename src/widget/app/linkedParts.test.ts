import fc from "fast-check";
import { expect, test } from "vitest";
import { linkedParts } from "./linkedParts";

test("a web address becomes a link, without the sentence's full stop", () => {
  expect(linkedParts("See https://a.example/x?y=1. Thanks")).toEqual([
    { kind: "text", text: "See ", start: 0 },
    { kind: "link", text: "https://a.example/x?y=1", start: 4 },
    { kind: "text", text: ". Thanks", start: 27 },
  ]);
});

test("other schemes stay text", () => {
  expect(linkedParts("javascript:alert(1) data:text/html,x")).toEqual([
    { kind: "text", text: "javascript:alert(1) data:text/html,x", start: 0 },
  ]);
});

// Law: nothing of a message is lost or added by linking.
test("the parts joined are the message", () => {
  const pieces = fc.array(fc.constantFrom("https://", "http://a.b", " ", ".", ")", "<", "é", "\n", "word"), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(pieces, (words) => {
      const body = words.join("");
      expect(
        linkedParts(body)
          .map((part) => part.text)
          .join(""),
      ).toBe(body);
    }),
    { seed: 11 },
  );
});
