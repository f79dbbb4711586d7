import { expect, test } from "vitest";
import { classify } from "../answer/classify";
import { shopExamples } from "../exampleShop";
import { serialise } from "../model/serialise";
import { learn } from "./learn";
import { train } from "./train";

const text = "The shop window is dirty";

test("a learnt example is answered at once, and known ones stay known", () => {
  const { model } = train(shopExamples(), { seed: 7 });
  const { category: before } = classify(model, text);
  const corrected = before === "invoice" ? "refunds" : "invoice";
  learn(model, { text, category: corrected });
  expect(classify(model, text).category).toBe(corrected);
  expect(shopExamples().filter((example) => classify(model, example.text).category !== example.category)).toEqual([]);
});

test("a new category is added, and decides only with five examples", () => {
  const { model } = train(shopExamples(), { seed: 7, precision: 0.5 });
  const ways = ["jobs", "any job offers", "do you hire", "a job in the shop", "job application"];
  for (const way of ways.slice(0, 4)) learn(model, { text: way, category: "jobs" });
  expect(classify(model, "a job offer")).toMatchObject({ category: "jobs", decided: false });
  expect(model.exampleCounts[model.categories.indexOf("jobs")]).toBe(4);
});

test("a text without words teaches nothing", () => {
  const { model } = train(shopExamples(), { seed: 7 });
  learn(model, { text: "?!", category: "invoice" });
  expect(model.exampleCounts[model.categories.indexOf("invoice")]).toBe(15);
});

test("the same steps make the same model", () => {
  const [one, other] = [train(shopExamples(), { seed: 7 }).model, train(shopExamples(), { seed: 7 }).model];
  for (const model of [one, other]) learn(model, { text, category: "account" });
  expect(Buffer.from(serialise(one)).equals(serialise(other))).toBe(true);
});
