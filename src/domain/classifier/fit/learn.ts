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

/** Each step on the new example comes with this many replayed ones, so that nothing is forgotten. */
const ROUNDS_MAX = 8;
const REPLAYS = 15;

/**
 * Steps are short, because longer ones learn the new example sooner but push aside what is known. Steps on the new
 * example grow from round to round, for examples that short steps do not teach.
 */
const PACE = 0.03;
const GROWTH = 0.5;

/** The example then counts as learnt; further steps would only push others aside. */
const LEARNT_PROBABILITY = 0.5;

/**
 * Teaches the model one more example, in place. It adds a new category and new words as long as there is room. A text
 * without words teaches nothing.
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

/** Adds new grams, as rare as those of a single example. */
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

/** Random old examples, possibly some of them twice. */
function drawn(memory: ReplayMemory, { bits }: SeededChance): VectorExample[] {
  return memory.length === 0
    ? []
    : Array.from({ length: REPLAYS }, () => memory[bits() % memory.length]).filter((each) => each !== undefined);
}

function probabilityOf({ networks, sharpness }: Model, { vector, category }: VectorExample): number {
  const sums = networks.map((network) => unitSums(network, vector));
  return calibrated(meanVotes(networks, sums), sharpness)[category] ?? 0;
}
