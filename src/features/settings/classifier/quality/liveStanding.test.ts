import { expect, test } from "vitest";
import { liveStanding } from "./liveStanding";

test("nothing is said of precision before a decision was looked at", () => {
  expect(liveStanding({ known: 0, right: 0 }, 0.97)).toEqual({ precision: null, isBelow: false });
});

test("nobody is warned by a few decisions", () => {
  expect(liveStanding({ known: 29, right: 0 }, 0.97)).toEqual({ precision: 0, isBelow: false });
  expect(liveStanding({ known: 30, right: 0 }, 0.97)).toEqual({ precision: 0, isBelow: true });
});

test("precision misses its target only below it", () => {
  expect(liveStanding({ known: 100, right: 97 }, 0.97)).toEqual({ precision: 0.97, isBelow: false });
  expect(liveStanding({ known: 100, right: 96 }, 0.97)).toEqual({ precision: 0.96, isBelow: true });
});
