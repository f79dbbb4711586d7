import { expect, test } from "vitest";
import { liveStanding } from "./liveStanding";

test("there is no precision before a decision has been checked", () => {
  expect(liveStanding({ known: 0, right: 0 }, 0.97)).toEqual({ precision: null, isBelow: false });
});

test("a few decisions cause no warning", () => {
  expect(liveStanding({ known: 29, right: 0 }, 0.97)).toEqual({ precision: 0, isBelow: false });
  expect(liveStanding({ known: 30, right: 0 }, 0.97)).toEqual({ precision: 0, isBelow: true });
});

test("precision that equals the target is not below it", () => {
  expect(liveStanding({ known: 100, right: 97 }, 0.97)).toEqual({ precision: 0.97, isBelow: false });
  expect(liveStanding({ known: 100, right: 96 }, 0.97)).toEqual({ precision: 0.96, isBelow: true });
});
