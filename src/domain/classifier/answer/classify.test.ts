import { expect, test } from "vitest";
import { shopExamples } from "../exampleShop";
import { train } from "../fit/train";
import { textGrams, wordHashAt } from "../text/textGrams";
import { rowOf } from "../text/vocabulary";
import { classify, groupProbabilities } from "./classify";

const { model } = train(shopExamples(), { seed: 7 });

test("the three likeliest come in descending order, and the first is the category", () => {
  const { ranked, category, probability } = classify(model, "money back for my parcel");
  expect(ranked).toHaveLength(3);
  expect(ranked[0]).toEqual({ category, probability });
  expect(ranked.map((each) => each.probability)).toEqual(ranked.map((each) => each.probability).sort((a, b) => b - a));
});

test("the reason names words of the request, the most telling first", () => {
  expect(classify(model, "Hello, about the REFUND of my lamp").because[0]).toBe("refund");
  expect(classify(model, "the password, please").because[0]).toBe("password");
});

test("a word that all categories use alike is no reason next to a telling one", () => {
  const { vocabulary } = model;
  const tellings = vocabulary.tellings.slice();
  tellings[rowOf(vocabulary, wordHashAt(textGrams("password").wordGrams, 0))] = 0;
  const alike = { ...model, vocabulary: { ...vocabulary, tellings } };
  expect(classify(model, "the password of the newsletter").because).toContain("password");
  expect(classify(alike, "the password of the newsletter").because).not.toContain("password");
  expect(classify(alike, "password").because).toEqual(["password"]);
});

test("a request with only new words is not decided", () => {
  const { decided, because } = classify(model, "xyzzy qwfp");
  expect(decided).toBe(false);
  expect(because.every((word) => ["xyzzy", "qwfp"].includes(word))).toBe(true);
});

test("a group has the sum of its categories' probabilities, each counted once", () => {
  const text = "money back for my parcel";
  const groups = groupProbabilities(
    model,
    classify(model, text).probabilities,
    new Map([
      ["all", ["refunds", "delivery", "account", "invoice", "invoice"]],
      ["money", ["refunds", "invoice"]],
      ["nobody", ["unknown"]],
    ]),
  );
  const likeliest = classify(model, text).probability;
  expect(groups.get("all")).toBeCloseTo(1, 5);
  expect(groups.get("money")).toBeGreaterThanOrEqual(likeliest - 1e-6);
  expect(groups.get("nobody")).toBe(0);
});
