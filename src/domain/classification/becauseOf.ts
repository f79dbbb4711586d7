import type { Model } from "./model";
import type { Network } from "./network";
import { type Grams, type TextGrams, wordHashAt } from "./textGrams";
import type { TextVector } from "./textVector";
import { rowOf } from "./vocabulary";

/** Words named as the reason. */
export const BECAUSE_MAX = 3;

/** A word counts as a reason only where it brings this part of what the strongest one brings. */
const REASON_SHARE_MIN = 0.25;

type ReadText = {
  readonly grams: TextGrams;
  readonly vector: TextVector;
  /** For each network. */
  readonly sums: readonly Float32Array[];
};

/**
 * The words that speak most for the first of the categories against the others, the strongest first. With the units
 * that fire given, a vote is a sum over grams, and each gram's part is laid to its word: that is exact. A word that all
 * categories use alike may tip the balance and yet explains nothing to a person: it counts by what it tells
 * (`wordTellings`), and is named only where no other word speaks for the category.
 */
export function becauseOf(model: Model, text: ReadText, categories: readonly number[]): string[] {
  const parts = partsOfWords(model, text, categories);
  const told = new Map(parts);
  text.grams.words.forEach((word, index) => {
    const row = rowOf(model.vocabulary, wordHashAt(text.grams.wordGrams, index));
    told.set(word, (parts.get(word) ?? 0) * (row < 0 ? 1 : (model.vocabulary.tellings[row] ?? 1)));
  });
  const reasons = strongestOf(told);
  return reasons.length > 0 ? reasons : strongestOf(parts);
}

function strongestOf(parts: ReadonlyMap<string, number>): string[] {
  const strongest = [...parts].filter(([, part]) => part > 0).sort(([, a], [, b]) => b - a);
  const least = (strongest[0]?.[1] ?? 0) * REASON_SHARE_MIN;
  return strongest
    .filter(([, part]) => part >= least)
    .slice(0, BECAUSE_MAX)
    .map(([word]) => word);
}

/** What each word of the text brings the first category. */
function partsOfWords(
  model: Model,
  { grams, vector, sums }: ReadText,
  categories: readonly number[],
): Map<string, number> {
  const partOfRow = new Map<number, number>();
  model.networks.forEach((network, index) => {
    const pull = unitPull(network, sums[index] ?? network.unitBiases, categories);
    vector.rows.forEach((row, place) => {
      const part = (vector.weights[place] ?? 0) * gramPull(network, row, pull);
      partOfRow.set(row, (partOfRow.get(row) ?? 0) + part);
    });
  });
  const partOfWord = new Map<string, number>();
  for (const kind of [grams.wordGrams, grams.characterGrams]) addParts(partOfWord, grams.words, kind, model, partOfRow);
  return partOfWord;
}

/** How much each firing unit speaks for the first category against the mean of the others named. */
function unitPull(network: Network, sums: Float32Array, [first = 0, ...others]: readonly number[]): Float32Array {
  return sums.map((sum, unit) => {
    if (sum <= 0) return 0;
    const voteFor = (category: number) => network.voteWeights[unit * network.categories + category] ?? 0;
    const against = others.reduce((total, category) => total + voteFor(category), 0) / Math.max(1, others.length);
    return voteFor(first) - against;
  });
}

function gramPull({ units, gramWeights }: Network, row: number, pull: Float32Array): number {
  let total = 0;
  for (let unit = 0; unit < units; unit++) total += (pull[unit] ?? 0) * (gramWeights[row * units + unit] ?? 0);
  return total;
}

/** A gram that stands in the text several times gives each of its places an even part. */
function addParts(
  partOfWord: Map<string, number>,
  words: readonly string[],
  { hashes, wordIndexes }: Grams,
  { vocabulary }: Model,
  partOfRow: ReadonlyMap<number, number>,
): void {
  const rows = Int32Array.from(hashes, (hash) => rowOf(vocabulary, hash));
  const places = new Map<number, number>();
  for (const row of rows) places.set(row, (places.get(row) ?? 0) + 1);
  rows.forEach((row, index) => {
    const word = words[wordIndexes[index] ?? 0] ?? "";
    const part = (partOfRow.get(row) ?? 0) / (places.get(row) ?? 1);
    partOfWord.set(word, (partOfWord.get(word) ?? 0) + part);
  });
}
