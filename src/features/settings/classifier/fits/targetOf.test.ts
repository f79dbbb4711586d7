import { expect, test } from "vitest";
import { targetOf, typedTarget } from "./targetOf";

test("a target can be typed in percent with a point, a comma or a percent sign", () => {
  expect(targetOf("97")).toBe(0.97);
  expect(targetOf(" 98.5 ")).toBe(0.985);
  expect(targetOf("98,5 %")).toBe(0.985);
});

test("a text that is no number, or one out of bounds, is no target", () => {
  for (const typed of ["", "ninety", "49.9", "100", "-60", "9e1", "97.5.1"]) expect(targetOf(typed)).toBeNull();
});

test("a target is shown as it was typed", () => {
  for (const typed of ["50", "97", "98.5", "99.9"]) expect(typedTarget(targetOf(typed) ?? 0)).toBe(typed);
});
