import type { Model } from "../model/model";
import type { Network } from "../model/network";
import { type Grams, type TextGrams, wordHashAt } from "../text/textGrams";
import type { TextVector } from "../text/textVector";
import { rowOf } from "../text/vocabulary";

/** The most words named as the reason. */
export const BECAUSE_MAX = 3;

/** A word is a reason only if it contributes at least this share of what the strongest one does. */
const REASON_SHARE_MIN = 0.25;

type ReadText = {
  readonly grams: TextGrams;
  readonly vector: TextVector;
  /** For each network, the sums of its hidden units. */
  readonly sums: readonly Float32Array[];
};

/**
 * The words that speak most for the first of the categories against the others, the strongest first. Once it is known
 * which units fire, a vote is a sum over grams, and each gram's part belongs to its word, so this is exact. A word that
 * all categories use alike can decide a vote, but explains nothing to a person. So words count by what they tell
 * (`wordTellings`), and such a word is named only if no other word speaks for the category.
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

/** What each word of the text contributes to the first category. */
function partsOfWords(
  model: Model,
  { grams, vector, sums }: ReadText,
  categories: readonly number[],
): Map<string, number> {
  const parts = new Float32Array(vector.rows.length);
  model.networks.forEach((network, index) => {
    addPulls(parts, network, vector, unitPull(network, sums[index] ?? network.unitBiases, categories));
  });
  const partOfRow = new Map<number, number>();
  vector.rows.forEach((row, place) => {
    partOfRow.set(row, (partOfRow.get(row) ?? 0) + (parts[place] ?? 0));
  });
  const partOfWord = new Map<string, number>();
  for (const kind of [grams.wordGrams, grams.characterGrams]) addParts(partOfWord, grams.words, kind, model, partOfRow);
  return partOfWord;
}

/** How much each firing unit speaks for the first category, compared with the mean of the others. */
function unitPull(
  { categories, voteWeights }: Network,
  sums: Float32Array,
  [first = 0, ...others]: readonly number[],
): Float32Array {
  const pull = new Float32Array(sums.length);
  for (let unit = 0; unit < sums.length; unit++) {
    if ((sums[unit] ?? 0) <= 0) continue;
    let against = 0;
    for (const other of others) against += voteWeights[unit * categories + other] ?? 0;
    pull[unit] = (voteWeights[unit * categories + first] ?? 0) - against / Math.max(1, others.length);
  }
  return pull;
}

/** Adds the contribution of each gram of the text, by its weight and the units that it moves. */
function addPulls(parts: Float32Array, network: Network, { rows, weights }: TextVector, pull: Float32Array): void {
  for (let place = 0; place < rows.length; place++) {
    const brings = (weights[place] ?? 0) * gramPull(network, (rows[place] ?? 0) * network.units, pull);
    parts[place] = (parts[place] ?? 0) + brings;
  }
}

/** Uses four sums, because in a single one each addition would wait for the one before it. */
function gramPull({ units, gramWeights }: Network, start: number, pull: Float32Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let unit = 0; unit < units; unit += 4) {
    a += (pull[unit] ?? 0) * (gramWeights[start + unit] ?? 0);
    b += (pull[unit + 1] ?? 0) * (gramWeights[start + unit + 1] ?? 0);
    c += (pull[unit + 2] ?? 0) * (gramWeights[start + unit + 2] ?? 0);
    d += (pull[unit + 3] ?? 0) * (gramWeights[start + unit + 3] ?? 0);
  }
  return a + b + c + d;
}

/** Divides the part of a gram evenly among its occurrences in the text. */
function addParts(
  partOfWord: Map<string, number>,
  words: readonly string[],
  { hashes, wordIndexes }: Grams,
  { vocabulary }: Model,
  partOfRow: ReadonlyMap<number, number>,
): void {
  const rows = Array.from(hashes, (hash) => rowOf(vocabulary, hash));
  const places = new Map<number, number>();
  for (const row of rows) places.set(row, (places.get(row) ?? 0) + 1);
  rows.forEach((row, index) => {
    const word = words[wordIndexes[index] ?? 0] ?? "";
    const part = (partOfRow.get(row) ?? 0) / (places.get(row) ?? 1);
    partOfWord.set(word, (partOfWord.get(word) ?? 0) + part);
  });
}
