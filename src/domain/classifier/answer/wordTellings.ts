import { type TextGrams, wordHashAt } from "../text/textGrams";

/** The grams of a text, and the index of its category. */
export type TaggedText = { readonly grams: TextGrams; readonly category: number };

/**
 * How much each word tells about the category, by the word's hash: the share of the doubt about the category that the
 * word removes (Shannon entropy). It is 0 for a word that all categories use alike ("my"), and 1 for one that only a
 * single category uses.
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
