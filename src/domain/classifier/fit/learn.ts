import { meanVotes, unitSums } from "../answer/meanVotes";
import type { Model } from "../model/model";
import { withCategory } from "../model/network";
import { calibrated } from "../sureness/calibrate";
import type { Example } from "../text/example";
import { CATEGORIES_MAX } from "../text/example";
import { type TextGrams, textGrams } from "../text/textGrams";
import { textVector } from "../text/textVector";
import { addGram } from "../text/vocabulary";
import type { VectorExample } from "./fitNetwork";
import { rarityOf } from "./fitVocabulary";
import { type ReplayMemory, remember } from "./replayMemory";
import { type SeededChance, seededChance } from "./seededChance";
import { trainingStep } from "./trainingStep";
import { workbenchFor } from "./workbench";

/** Steps on the new example, each with so many old ones beside it: it is learnt, and nothing is forgotten for it. */
const ROUNDS_MAX = 8;
const REPLAYS = 15;

/**
 * Short steps: longer ones learn the new example sooner, and push aside what is known. Those on the new example grow
 * from round to round, for what short ones do not teach.
 */
const PACE = 0.03;
const GROWTH = 0.5;

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
  model.networks = model.networks.map(withCategory);
  model.exampleCounts.push(0);
  return model.categories.push(category) - 1;
}

/** A gram first met now counts as one that a single example had. */
function takeGramsIn({ vocabulary, exampleCounts }: Model, { wordGrams, characterGrams }: TextGrams): void {
  const examples = exampleCounts.reduce((sum, count) => sum + count, 1);
  const facts = { rarity: rarityOf(1, examples), telling: 1 };
  for (const hash of wordGrams.hashes) addGram(vocabulary, hash, facts);
  for (const hash of characterGrams.hashes) addGram(vocabulary, hash, facts);
}

function goThrough(model: Model, example: VectorExample, chance: SeededChance): void {
  const lessons = model.networks.map((network) => ({ network, workbench: workbenchFor(network) }));
  for (let round = 0; round < ROUNDS_MAX; round++) {
    for (const { network, workbench } of lessons) {
      const pace = PACE * (1 + round * GROWTH);
      trainingStep(network, { ...example, pace: pace * example.weight }, workbench, chance);
      for (const each of drawn(model.memory, chance)) {
        trainingStep(network, { ...each, pace: PACE * each.weight }, workbench, chance);
      }
    }
    if (probabilityOf(model, example) >= LEARNT_PROBABILITY) return;
  }
}

/** Old examples by chance, some perhaps twice. */
function drawn(memory: ReplayMemory, { bits }: SeededChance): VectorExample[] {
  return memory.length === 0
    ? []
    : Array.from({ length: REPLAYS }, () => memory[bits() % memory.length]).filter((each) => each !== undefined);
}

function probabilityOf({ networks, sharpness }: Model, { vector, category }: VectorExample): number {
  const sums = networks.map((network) => unitSums(network, vector));
  return calibrated(meanVotes(networks, sums), sharpness)[category] ?? 0;
}
