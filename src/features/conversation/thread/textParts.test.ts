import * as fc from "fast-check";
import { expect, test } from "vitest";
import { textParts } from "./textParts";

test("an address can be followed, without the mark that ends its sentence", () => {
  expect(textParts("See https://shop.example/returns, please.")).toEqual([
    { kind: "text", text: "See " },
    { kind: "link", text: "https://shop.example/returns", url: "https://shop.example/returns" },
    { kind: "text", text: ", please." },
  ]);
});

test("only web addresses become links", () => {
  expect(textParts("javascript:alert(1) data:text/html,x")).toMatchObject([{ kind: "text" }]);
});

test("the parts of a text are the whole text", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("https://", "a", " ", ".", ")", "\n", "http://x.example")), (pieces) => {
      const body = pieces.join("");
      expect(
        textParts(body)
          .map((part) => part.text)
          .join(""),
      ).toBe(body);
    }),
  );
});
