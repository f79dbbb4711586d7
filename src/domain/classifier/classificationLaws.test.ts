import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { classify, groupProbabilities, SUGGESTIONS_MAX } from "./answer/classify";
import { shopExamples } from "./exampleShop";
import { learn } from "./fit/learn";
import { train } from "./fit/train";
import { load } from "./model/load";
import type { Model } from "./model/model";
import { serialise } from "./model/serialise";
import { CATEGORIES_MAX, type Example } from "./text/example";
import { requestText } from "./text/requestText";
import { textGrams } from "./text/textGrams";

const seed = 9_497_150;
const words = ["refund", "parcel", "password", "bill", "the", "my", "退款", "é"];
const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((each) => each.join(" "));
const hostile = fc.oneof(text, fc.string({ unit: "binary", maxLength: 300 }), fc.string({ maxLength: 300 }));
const example: fc.Arbitrary<Example> = fc.record({
  text,
  category: fc.constantFrom("refunds", "delivery", "account"),
  customerId: fc.constantFrom("ann", "bob", "cy", "di", "eve"),
  weight: fc.constantFrom(1, 0.5),
});
const { model } = train(shopExamples(), { seed });

/** Compares the bytes, which hold every number. Comparing the arrays number by number takes seconds. */
function isSame(one: Model, other: Model): boolean {
  return Buffer.from(serialise(one)).equals(serialise(other));
}

test("for any text, probabilities are from zero to one and sum to one", () => {
  const law = fc.property(hostile, (asked) => {
    const all = groupProbabilities(
      model,
      classify(model, asked).probabilities,
      new Map(model.categories.map((each) => [each, [each]])),
    );
    const sum = [...all.values()].reduce((total, each) => total + each, 0);
    expect(Math.abs(sum - 1)).toBeLessThan(1e-5);
    expect([...all.values()].every((each) => each >= 0 && each <= 1)).toBe(true);
  });
  fc.assert(law, { numRuns: 300, seed });
});

test("for any text, the first suggestion is the category, and reasons are words of the text", () => {
  const law = fc.property(hostile, (asked) => {
    const { ranked, category, because, probability } = classify(model, asked);
    expect(ranked).toHaveLength(SUGGESTIONS_MAX);
    expect(ranked[0]).toEqual({ category, probability });
    expect(because.every((word) => textGrams(asked).words.includes(word))).toBe(true);
  });
  fc.assert(law, { numRuns: 300, seed });
});

/** No tolerance is needed, because training sorts the examples first. */
test("the order of the examples makes no difference at all", () => {
  const law = fc.property(
    fc
      .array(example, { maxLength: 25 })
      .chain((each) => fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length }))),
    ([examples, shuffled]) => {
      const [one, other] = [train(examples, { seed }), train(shuffled, { seed })];
      expect(isSame(one.model, other.model)).toBe(true);
      expect(other.report).toEqual(one.report);
    },
  );
  fc.assert(law, { numRuns: 8, seed });
});

test("serialise and load are exact after any training and learning", () => {
  const law = fc.property(
    fc.array(example, { maxLength: 25 }),
    fc.array(example, { maxLength: 4 }),
    (learnt, later) => {
      const trained = train(learnt, { seed }).model;
      for (const each of later) learn(trained, each);
      // The matcher of expect takes seconds for arrays of this length.
      expect(isDeepStrictEqual(load(serialise(trained)), trained)).toBe(true);
    },
  );
  fc.assert(law, { numRuns: 8, seed });
});

/** This bounds the work, not the time: what is read does not grow with the text. */
test("only the beginning of a megabyte of text is read", () => {
  for (const [unit, most] of [
    ["word ", 8_000],
    ["x", 400],
    ["\u0000\ud800", 8_000],
    ["退", 8_000],
    ["?! ", 0],
  ] as const) {
    const huge = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const { wordGrams, characterGrams } = textGrams(huge);
    expect(wordGrams.hashes.length + characterGrams.hashes.length).toBeLessThanOrEqual(most);
    expect(classify(model, huge).ranked).toHaveLength(SUGGESTIONS_MAX);
    expect(requestText({ subject: huge, message: huge }).length).toBeLessThan(1_100_000);
  }
});

test("categories beyond the bound are left out and reported", () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({ text: `word${index}`, category: `category ${index}` }));
  const often = many.slice(0, 2).flatMap((each) => [each, { ...each, text: `${each.text} again` }]);
  const { model: crowded, report } = train([...many, ...often], { seed });
  expect(crowded.categories).toHaveLength(CATEGORIES_MAX);
  expect(crowded.categories).toContain("category 1");
  expect(report.leftOut).toBe(10_000 - CATEGORIES_MAX);
}, 60_000);
