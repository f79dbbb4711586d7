import { expect, test } from "vitest";
import { categoryPicks } from "./categoryPicks";

const cards = { id: "cards", name: "Cards" };
const loans = { id: "loans", name: "Loans" };
const login = { id: "login", name: "Login" };
const offered = [cards, loans, login];
const asking = (likelyCategories?: { id: string; name: string }[]) => ({
  feedback: { code: "asked_category", facts: {}, ...(likelyCategories ? { likelyCategories } : {}) },
});

test("the likely categories come first, in their own order, and the others are kept back", () => {
  expect(categoryPicks(offered, [asking([login, cards])])).toEqual({ first: [login, cards], rest: [loans] });
});

test("the last question counts, and categories that are no longer offered are left out", () => {
  const messages = [asking([cards]), { feedback: null }, asking([{ id: "old", name: "Old" }, loans])];
  expect(categoryPicks(offered, messages)).toEqual({ first: [loans], rest: [cards, login] });
});

test("if no category is likely, all are shown at once", () => {
  for (const messages of [[], [asking()], [asking([])]])
    expect(categoryPicks(offered, messages)).toEqual({ first: offered, rest: [] });
});
