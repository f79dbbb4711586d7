import { expect, test } from "vitest";
import type { OnAbsence } from "@/domain/routing/onAbsence";
import { answersOf, changeOf, editedOver, inverseOf, meanwhileOf, typedTime } from "./presenceAnswers";

const stored = (unseenAwayAfterMs: number, cards: OnAbsence = "keep", loans: OnAbsence = "keep") => ({
  unseenAwayAfterMs,
  teams: [
    { id: "cards", name: "Cards", onAbsence: cards },
    { id: "loans", name: "Loans", onAbsence: loans },
  ],
});
const SEEN = stored(120_000);
const time = (minutes: string, seconds: string) => typedTime({ minutes, seconds }, SEEN.unseenAwayAfterMs);

test("a time is typed in minutes and seconds, in digits of any width; nothing counts as 0", () => {
  expect(time("2", "30")).toEqual({ ms: 150_000 });
  expect(time(" 1 ", "")).toEqual({ ms: 60_000 });
  expect(time("３", "０")).toEqual({ ms: 180_000 });
});

test("a mistake is named at its field", () => {
  expect(time("two", "0")).toEqual({ field: "minutes", mistake: "notWhole" });
  expect(time("2", "1.5")).toEqual({ field: "seconds", mistake: "notWhole" });
  expect(time("2", "-1")).toEqual({ field: "seconds", mistake: "notWhole" });
  expect(time("2", "60")).toEqual({ field: "seconds", mistake: "secondsTooMany" });
  expect(time("", "59")).toEqual({ field: "minutes", mistake: "tooShort" });
  expect(time("60", "1")).toEqual({ field: "minutes", mistake: "tooLong" });
});

test("a stored time out of bounds is right as long as it is left alone", () => {
  expect(typedTime({ minutes: "1440", seconds: "0" }, 86_400_000)).toEqual({ ms: 86_400_000 });
  expect(typedTime({ minutes: "1439", seconds: "0" }, 86_400_000)).toEqual({ field: "minutes", mistake: "tooLong" });
});

test("a change names only what was edited, with what was seen; undone, it is its inverse", () => {
  expect(changeOf(answersOf(SEEN), SEEN)).toBeNull();
  expect(changeOf({ ...answersOf(SEEN), minutes: "02" }, SEEN)).toBeNull();
  const change = changeOf(answersOf(stored(150_000, "hand_back")), SEEN);
  expect(change).toEqual({
    unseenAwayAfter: { ms: 150_000, seenMs: 120_000 },
    teams: [{ teamId: "cards", onAbsence: "hand_back", seen: "keep" }],
  });
  expect(change && inverseOf(change)).toEqual({
    unseenAwayAfter: { ms: 120_000, seenMs: 150_000 },
    teams: [{ teamId: "cards", onAbsence: "keep", seen: "hand_back" }],
  });
});

test("what was edited stays over what others have stored, and what was not takes theirs", () => {
  const now = stored(300_000, "keep", "hand_back");
  expect(editedOver(now, answersOf(stored(150_000)), SEEN)).toEqual(answersOf(stored(150_000, "keep", "hand_back")));
  expect(editedOver(now, answersOf(stored(120_000, "hand_back")), SEEN)).toEqual(
    answersOf(stored(300_000, "hand_back", "hand_back")),
  );
});

test("a conflict names the settings of the change that are others now, with their values", () => {
  const change = changeOf(answersOf(stored(150_000, "hand_back")), SEEN);
  expect(change && meanwhileOf(change, stored(300_000, "keep", "hand_back"))).toEqual({
    ...{ unseenAwayAfterMs: 300_000, onAbsence: {} },
  });
});
