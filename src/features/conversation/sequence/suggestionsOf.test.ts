import { expect, test } from "vitest";
import { suggestionsOf } from "./suggestionsOf";

const refunds = { categoryId: "refunds", name: "Refunds", probability: 0.93 };
const cards = { categoryId: "cards", name: "Cards", probability: 0.05 };
const decided = { isDecided: true, likeliest: [refunds, cards], because: ["refund", "payout"] };

test("a category that the classifier decided says how likely it is and because of what", () => {
  expect(suggestionsOf(decided, "refunds")).toEqual({
    probability: 0.93,
    because: ["refund", "payout"],
    likeliest: [cards],
    mayConfirm: true,
  });
});

test("a category that somebody chose instead has no figure, and the classifier's stays at hand", () => {
  const shown = suggestionsOf(decided, "loans");
  expect(shown).toEqual({ probability: null, because: [], likeliest: [refunds, cards], mayConfirm: false });
});

test("where nothing was decided the likeliest are offered, and the words of no decision are not shown", () => {
  const shown = suggestionsOf({ ...decided, isDecided: false }, null);
  expect(shown).toEqual({ probability: null, because: [], likeliest: [refunds, cards], mayConfirm: false });
});

test("without a classifier there is nothing to say", () => {
  expect(suggestionsOf(null, "refunds").likeliest).toEqual([]);
});
