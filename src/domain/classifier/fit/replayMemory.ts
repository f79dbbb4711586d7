import type { VectorExample } from "./fitNetwork";
import { type SeededChance, shuffle } from "./seededChance";

/** Examples that a model keeps and replays when it learns a new one, so that it does not forget them. */
export type ReplayMemory = VectorExample[];

export const REPLAY_MAX = 4_000;

/** Picks at most REPLAY_MAX random examples, evenly from all categories as far as they have enough. */
export function fillMemory(examples: readonly VectorExample[], chance: SeededChance): ReplayMemory {
  const order = Int32Array.from(examples, (_, index) => index);
  shuffle(order, chance);
  const ranks = new Map<number, number>();
  const ranked = [...order].flatMap((index) => {
    const example = examples[index];
    if (example === undefined) return [];
    const rank = ranks.get(example.category) ?? 0;
    ranks.set(example.category, rank + 1);
    return [{ example, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, REPLAY_MAX)
    .map(({ example }) => example);
}

/** Adds an example. In a full memory it replaces a random one. */
export function remember(memory: ReplayMemory, example: VectorExample, { bits }: SeededChance): void {
  if (memory.length < REPLAY_MAX) memory.push(example);
  else memory[bits() % memory.length] = example;
}
