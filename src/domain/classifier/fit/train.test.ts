import { expect, test } from "vitest";
import { classify } from "../answer/classify";
import { shopExamples } from "../exampleShop";
import { train, trainInSteps } from "./train";

const seed = 7;

test("a request in other words gets the category of similar ones", () => {
  const { model } = train(shopExamples(), { seed });
  expect(classify(model, "my refund has not come, I want the money").category).toBe("refunds");
  expect(classify(model, "parcel not delivered by courier").category).toBe("delivery");
  expect(classify(model, "cannot sign in, password wrong").category).toBe("account");
});

test("the report measures the model on requests that it had not learnt", () => {
  const { report } = train(shopExamples(), { seed });
  expect(report).toMatchObject({ examples: 60, heldBack: 60, leftOut: 0 });
  expect(report.accuracy).toBeGreaterThan(0.9);
  expect(report.byCategory.map(({ category }) => category)).toEqual(["account", "delivery", "invoice", "refunds"]);
  expect(report.byCategory.every(({ examples }) => examples === 15)).toBe(true);
});

test("held-back requests decide what is usual, and so what is strange", () => {
  expect(train(shopExamples(), { seed }).model.strangeness.usual).toBeLessThan(0.1);
  const apart = shopExamples().map((example, index) => ({
    ...example,
    text: `${example.text} ${"abcdefgh"[index % 8]}${index}`,
  }));
  expect(train(apart, { seed }).model.strangeness.usual).toBeGreaterThan(0.1);
});

test("a customer's pick is learnt, but not used for measuring", () => {
  const weak = shopExamples().map((example, index) => ({ ...example, weight: index % 2 === 0 ? 0.5 : 1 }));
  expect(train(weak, { seed }).report).toMatchObject({ examples: 60, heldBack: 30 });
});

test("a category with four examples is suggested but never decides", () => {
  const rare = shopExamples().filter(({ category, text }) => category !== "refunds" || text.startsWith("Please"));
  const { model, report } = train(rare.slice(0, -1).concat(rare.slice(-1)), { seed, precision: 0.5 });
  const four = train(
    rare.filter(({ text }) => text !== "Please give me my money back for the lamp"),
    { seed, precision: 0.5 },
  );
  expect(report.byCategory.find(({ category }) => category === "refunds")?.examples).toBe(5);
  expect(classify(model, "Please give me my money back")).toMatchObject({ decided: true, category: "refunds" });
  expect(classify(four.model, "Please give me my money back")).toMatchObject({ decided: false, category: "refunds" });
});

test("a model whose held-back answers are mostly wrong never decides", () => {
  const noise = shopExamples().map((example, index) => ({ ...example, category: `c${index % 3}` }));
  const { model, report } = train(noise, { seed });
  expect(report).toMatchObject({ threshold: null, coverage: 0, precision: null });
  expect(classify(model, noise[0]?.text ?? "").decided).toBe(false);
});

test("a category with a name but without examples can be suggested", () => {
  const categoryNames = new Map([["gift", "Gift wrapping"]]);
  const { model } = train(shopExamples(), { seed, categoryNames });
  expect(classify(model, "gift wrapping").ranked[0]?.category).toBe("gift");
});

test("a model without examples suggests nothing", () => {
  const { model, report } = train([], { seed });
  expect(classify(model, "anything")).toEqual({
    decided: false,
    category: null,
    probability: 0,
    sureness: 0,
    strangeness: 1,
    probabilities: new Float32Array(0),
    ranked: [],
    because: [],
  });
  expect(report).toMatchObject({ examples: 0, accuracy: null, threshold: null });
});

test("a training reports its progress up to one", () => {
  const shares = [...trainInSteps(shopExamples(), { seed })];
  expect(shares.length).toBeGreaterThan(10);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});
