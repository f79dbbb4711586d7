import { type Network, newNetwork } from "../model/network";
import type { TextVector } from "../text/textVector";
import { seededChance, shuffle } from "./seededChance";
import { trainingStep } from "./trainingStep";
import { workbenchFor } from "./workbench";

/** A text as the network reads it, the index of its category, and its weight. */
export type VectorExample = { readonly vector: TextVector; readonly category: number; readonly weight: number };

export const HIDDEN_UNITS = 64;

/** The size of the first step. Steps then shrink evenly to zero. */
const FIRST_PACE = 0.2;

/** Fits a network to the examples. Yields the share of its work that is done, 0 to 1, after each round. */
export function* fitNetwork(
  examples: readonly VectorExample[],
  { rounds, ...shape }: { rows: number; categories: number; rounds: number },
  seed: number,
): Generator<number, Network> {
  const network = newNetwork({ ...shape, units: HIDDEN_UNITS }, seed);
  const workbench = workbenchFor(network);
  const chance = seededChance(seed + 1);
  const order = Int32Array.from(examples, (_, index) => index);
  const isResting = new Uint8Array(examples.length);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, chance);
    const paceAt = (place: number) => FIRST_PACE * (1 - (round + place / order.length) / rounds);
    order.forEach((index, place) => {
      const example = examples[index];
      // An example that was answered well enough skips one round; otherwise most work of late rounds would be wasted.
      if (example === undefined || isResting[index] === 1) {
        isResting[index] = 0;
        return;
      }
      const lesson = { ...example, pace: paceAt(place) * example.weight };
      isResting[index] = Number(!trainingStep(network, lesson, workbench, chance));
    });
    yield (round + 1) / rounds;
  }
  return network;
}
