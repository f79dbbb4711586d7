import { expect, test } from "vitest";
import { shopExamples } from "@/domain/classifier/exampleShop";
import { load } from "@/domain/classifier/model/load";
import { FIT_HERE } from "@/testing/scenes/fitHere";
import { fitInThread } from "./fitInThread";

const NAMES = new Map([["refunds", "Refunds"]]);
const options = { seed: 1, precision: 0.9, categoryNames: NAMES, hasPredecessor: false };

async function* parts() {
  const examples = shopExamples().map((example) => ({ ...example, isKnown: false, isAsked: true }));
  for (let from = 0; from < examples.length; from += 7) yield examples.slice(from, from + 7);
}

test("a thread makes the same model as a fit without one, and says how good it is", async () => {
  const during = { signal: new AbortController().signal, onProgress: () => undefined };
  const there = await fitInThread({ ...options, examples: parts() }, during);
  const here = await FIT_HERE.fit({ ...options, examples: parts() }, during);
  expect(Buffer.from(there.weights).equals(here.weights)).toBe(true);
  expect(load(there.weights).categories).toEqual(["account", "delivery", "invoice", "refunds"]);
  expect(there.report).toMatchObject({ examples: 60, comparison: null });
});

test("an aborted fit ends at once, before and while it runs", async () => {
  const abort = new AbortController();
  const fit = fitInThread({ ...options, examples: parts() }, { signal: abort.signal, onProgress: () => undefined });
  abort.abort(new Error("closing"));
  await expect(fit).rejects.toThrow("closing");
  const again = fitInThread({ ...options, examples: parts() }, { signal: abort.signal, onProgress: () => undefined });
  await expect(again).rejects.toThrow("closing");
});

test("examples that cannot be read end the fit with their error", async () => {
  async function* broken() {
    yield [];
    throw new Error("the database is gone");
  }
  const during = { signal: new AbortController().signal, onProgress: () => undefined };
  await expect(fitInThread({ ...options, examples: broken() }, during)).rejects.toThrow("the database is gone");
});
