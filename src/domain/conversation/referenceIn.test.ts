import { expect, test } from "vitest";
import { referenceIn } from "./referenceIn";

test.each(["4MX-K7QP", "#4MX-K7QP", " # 4mx-k7qp ", "4mxk7qp", "#4MXK7QP"])("%s is a reference", (typed) => {
  expect(referenceIn(typed)).toBe("4MX-K7QP");
});

test("letters that look like digits are read as digits", () => {
  expect(referenceIn("OIL-0000")).toBe("011-0000");
});

test.each(["", "#", "4MX", "4MX-K7Q", "4MX-K7QPP", "close", "4MX_K7QP", "4MX-K7QU"])("%s is no reference", (typed) => {
  expect(referenceIn(typed)).toBeNull();
});
