import { expect, test } from "vitest";
import { suggestionsOf } from "./suggestionsOf";

const refunds = { categoryId: "refunds", name: "Refunds", probability: 0.93 };
const cards = { categoryId: "cards", name: "Cards", probability: 0.05 };
const decided = { isDecided: true, likeliest: [refunds, cards], because: ["refund", "payout"] };

/** Of no category there is a figure, and nothing to confirm. */
const NOTHING_SAID = { probability: null, because: [], isConfirmed: false, mayConfirm: false };

test("a category that the classifier decided says how likely it is and why", () => {
  expect(suggestionsOf(decided, "refunds", false)).toEqual({
    probability: 0.93,
    because: ["refund", "payout"],
    likeliest: [cards],
    isConfirmed: false,
    mayConfirm: true,
  });
});

test("a category that somebody chose instead has no probability, and the classifier's choice is still offered", () => {
  const shown = suggestionsOf(decided, "loans", false);
  expect(shown).toEqual({ ...NOTHING_SAID, likeliest: [refunds, cards] });
});

test("without a decision the likeliest categories are offered, and no words are shown", () => {
  const shown = suggestionsOf({ ...decided, isDecided: false }, null, false);
  expect(shown).toEqual({ ...NOTHING_SAID, likeliest: [refunds, cards] });
});

test("a confirmed category is not offered for confirmation again, the others are still offered", () => {
  const shown = suggestionsOf(decided, "refunds", true);
  expect(shown).toMatchObject({ probability: 0.93, isConfirmed: true, mayConfirm: false, likeliest: [cards] });
});

test("without a classifier there is nothing to say", () => {
  expect(suggestionsOf(null, "refunds", true)).toMatchObject({ likeliest: [], isConfirmed: true, mayConfirm: false });
});
