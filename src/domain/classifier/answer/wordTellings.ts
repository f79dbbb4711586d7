import { type TextGrams, wordHashAt } from "../text/textGrams";

/** A text's grams, with its category's index. */
export type TaggedText = { readonly grams: TextGrams; readonly category: number };

/**
 * How much a word says of the category, from 0 for one that all categories use alike ("my") to 1 for one that only a
 * single category uses: the part of the doubt about the category that it takes away (by Shannon's entropy).
 */
export function wordTellings(texts: readonly TaggedText[]): Map<number, number> {
  const all = new Map<number, number>();
  const byWord = new Map<number, Map<number, number>>();
  for (const { grams, category } of texts) {
    count(all, category);
    for (const hash of new Set(grams.words.map((_, index) => wordHashAt(grams.wordGrams, index)))) {
      const ofWord = byWord.get(hash) ?? new Map<number, number>();
      byWord.set(hash, ofWord);
      count(ofWord, category);
    }
  }
  const doubt = entropyOf(all) || 1;
  return new Map([...byWord].map(([hash, counts]) => [hash, Math.max(0, 1 - entropyOf(counts) / doubt)]));
}

function count(counts: Map<number, number>, category: number): void {
  counts.set(category, (counts.get(category) ?? 0) + 1);
}

function entropyOf(counts: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const each of counts.values()) total += each;
  let entropy = 0;
  for (const each of counts.values()) entropy -= (each / total) * Math.log(each / total);
  return entropy;
}
