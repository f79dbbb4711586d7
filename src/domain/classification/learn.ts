import { calibrated } from "./calibrate";
import type { Example } from "./example";
import { CATEGORIES_MAX } from "./example";
import type { VectorExample } from "./fitNetwork";
import { rarityOf } from "./fitVocabulary";
import type { Model } from "./model";
import { withCategory } from "./network";
import { remember } from "./replayMemory";
import { type SeededChance, seededChance } from "./seededChance";
import { type TextGrams, textGrams } from "./textGrams";
import { textVector } from "./textVector";
import { trainingStep } from "./trainingStep";
import { addGram } from "./vocabulary";
import { unitSums, votesOf } from "./votesOf";
import { workbenchFor } from "./workbench";

/** Steps on the new example, each with so many old ones beside it: it is learnt, and nothing is forgotten for it. */
const ROUNDS_MAX = 8;
const REPLAYS = 5;
const PACE = 0.05;

/** Learnt well enough: further steps would only push others aside. */
const LEARNT_PROBABILITY = 0.5;

/**
 * Teaches the model one more example, at once and in place. A new category is taken in; its words too, as long as there
 * is room. Text without words teaches nothing.
 */
export function learn(model: Model, { text, category, weight = 1 }: Omit<Example, "customerId">): void {
  const chance = seededChance(model.seed);
  model.seed = chance.bits();
  const grams = textGrams(text);
  const index = categoryIndex(model, category);
  if (index < 0 || grams.words.length === 0) return;

  takeGramsIn(model, grams);
  const example = { vector: textVector(grams, model.vocabulary), category: index, weight };
  goThrough(model, example, chance);
  remember(model.memory, example, chance);
  model.exampleCounts[index] = (model.exampleCounts[index] ?? 0) + 1;
}

function categoryIndex(model: Model, category: string): number {
  const known = model.categories.indexOf(category);
  if (known >= 0 || model.categories.length >= CATEGORIES_MAX) return known;
  model.network = withCategory(model.network);
  model.exampleCounts.push(0);
  return model.categories.push(category) - 1;
}

/** A gram first met now counts as one that a single example had. */
function takeGramsIn({ vocabulary, exampleCounts }: Model, { wordGrams, characterGrams }: TextGrams): void {
  const examples = exampleCounts.reduce((sum, count) => sum + count, 1);
  for (const { hashes } of [wordGrams, characterGrams]) {
    for (const hash of hashes) addGram(vocabulary, hash, rarityOf(1, examples));
  }
}

function goThrough(model: Model, example: VectorExample, chance: SeededChance): void {
  const { network, memory } = model;
  const workbench = workbenchFor(network);
  for (let round = 0; round < ROUNDS_MAX; round++) {
    trainingStep(network, { ...example, pace: PACE * example.weight }, workbench, chance);
    for (let replay = 0; replay < REPLAYS && memory.length > 0; replay++) {
      const old = memory[chance.bits() % memory.length];
      if (old !== undefined) trainingStep(network, { ...old, pace: PACE * old.weight }, workbench, chance);
    }
    if (probabilityOf(model, example) >= LEARNT_PROBABILITY) return;
  }
}

function probabilityOf({ network, sharpness }: Model, { vector, category }: VectorExample): number {
  return calibrated(votesOf(network, unitSums(network, vector)), sharpness)[category] ?? 0;
}
