import { expect, test } from "vitest";
import { categoryPicks } from "./categoryPicks";

const cards = { id: "cards", name: "Cards" };
const loans = { id: "loans", name: "Loans" };
const login = { id: "login", name: "Login" };
const offered = [cards, loans, login];
const asking = (likelyCategories?: { id: string; name: string }[]) => ({
  feedback: { code: "asked_category", facts: {}, ...(likelyCategories ? { likelyCategories } : {}) },
});

test("the likeliest come first, in their own order, and the rest waits behind them", () => {
  expect(categoryPicks(offered, [asking([login, cards])])).toEqual({ first: [login, cards], rest: [loans] });
});

test("the last question counts, and what is not offered any more is left out", () => {
  const messages = [asking([cards]), { feedback: null }, asking([{ id: "old", name: "Old" }, loans])];
  expect(categoryPicks(offered, messages)).toEqual({ first: [loans], rest: [cards, login] });
});

test("where nothing is likely, all are shown at once", () => {
  for (const messages of [[], [asking()], [asking([])]])
    expect(categoryPicks(offered, messages)).toEqual({ first: offered, rest: [] });
});
