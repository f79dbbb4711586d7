import { expect, test } from "vitest";
import { asksForRating, isRatingOpen } from "./askForRating";

test("only a customer who was answered is asked to rate (R15)", () => {
  expect(asksForRating({ lastReplyAt: new Date(0) })).toBe(true);
  expect(asksForRating({ lastReplyAt: null })).toBe(false);
});

test("a customer can give and change a rating for seven days (R15)", () => {
  const askedAt = new Date("2026-03-02T09:00:00Z");
  expect(isRatingOpen(askedAt, new Date("2026-03-09T09:00:00Z"))).toBe(true);
  expect(isRatingOpen(askedAt, new Date("2026-03-09T09:00:00.001Z"))).toBe(false);
});
