import { type Network, newNetwork } from "./network";
import { seededChance, shuffle } from "./seededChance";
import type { TextVector } from "./textVector";
import { trainingStep } from "./trainingStep";
import { workbenchFor } from "./workbench";

/** A text as the network reads it, with its category's index. */
export type VectorExample = { readonly vector: TextVector; readonly category: number; readonly weight: number };

export const HIDDEN_UNITS = 96;

/** Steps of one fit: few examples are gone through more often, within these bounds. */
const STEPS = 100_000;

/** With more categories than these a step costs more, and a fit has fewer. */
const CATEGORIES_AT_FULL_STEPS = 200;
const ROUNDS_MIN = 6;
const ROUNDS_MAX = 30;

/** The first step's length; it falls evenly to nought. */
const FIRST_PACE = 0.2;

/** Fits a network to the examples, and yields after each round what share of its work is done. */
export function* fitNetwork(
  examples: readonly VectorExample[],
  shape: { rows: number; categories: number },
  seed: number,
): Generator<number, Network> {
  const network = newNetwork({ ...shape, units: HIDDEN_UNITS }, seed);
  const workbench = workbenchFor(network);
  const chance = seededChance(seed + 1);
  const order = Int32Array.from(examples, (_, index) => index);
  const rounds = roundsFor(examples.length, shape.categories);
  const steps = rounds * examples.length;
  let step = 0;
  for (let round = 0; round < rounds; round++) {
    shuffle(order, chance);
    for (const index of order) {
      const example = examples[index];
      const pace = FIRST_PACE * (1 - step++ / steps);
      if (example !== undefined) trainingStep(network, { ...example, pace: pace * example.weight }, workbench, chance);
    }
    yield (round + 1) / rounds;
  }
  return network;
}

/** How often a fit goes through so many examples. */
function roundsFor(examples: number, categories: number): number {
  const steps = (STEPS * CATEGORIES_AT_FULL_STEPS) / Math.max(categories, CATEGORIES_AT_FULL_STEPS);
  return Math.min(ROUNDS_MAX, Math.max(ROUNDS_MIN, Math.round(steps / Math.max(1, examples))));
}
