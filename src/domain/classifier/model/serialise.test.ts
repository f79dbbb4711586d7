import { expect, test } from "vitest";
import { classify } from "../answer/classify";
import { shopExamples } from "../exampleShop";
import { learn } from "../fit/learn";
import { train } from "../fit/train";
import { load } from "./load";
import type { Model } from "./model";
import { serialise } from "./serialise";

const { model } = train(shopExamples(), { seed: 7 });
learn(model, { text: "a job in Zürich", category: "jobs — 仕事" });

function bytesOf(each: Model): Buffer {
  return Buffer.from(serialise(each));
}

test("a serialised model is read back exactly, and learns on exactly", () => {
  const loaded = load(serialise(model));
  expect(loaded.categories).toEqual(model.categories);
  expect(bytesOf(loaded).equals(bytesOf(model))).toBe(true);
  learn(loaded, { text: "another job", category: "jobs — 仕事" });
  const goneOn = load(serialise(model));
  learn(goneOn, { text: "another job", category: "jobs — 仕事" });
  expect(bytesOf(loaded).equals(bytesOf(goneOn))).toBe(true);
  expect(classify(loaded, "job")).toEqual(classify(goneOn, "job"));
});

test("bytes at any offset of a larger buffer are read", () => {
  const bytes = serialise(model);
  const larger = new Uint8Array(bytes.length + 3);
  larger.set(bytes, 3);
  expect(bytesOf(load(larger.subarray(3))).equals(bytes)).toBe(true);
});

test("truncated bytes and other formats are refused", () => {
  const bytes = serialise(model);
  expect(() => load(bytes.subarray(0, bytes.length - 4))).toThrow(RangeError);
  expect(() => load(new TextEncoder().encode("not a model"))).toThrow();
});
