import { type TaggedText, wordTellings } from "../answer/wordTellings";
import type { Grams } from "../text/textGrams";
import { addGram, emptyVocabulary, markKnown, type Vocabulary } from "../text/vocabulary";

/** Grams with a row at most, room for new ones included: each has a weight for every unit of its networks. */
export const GRAMS_MAX = 20_000;

/** Words and pairs known at most, with a row or without. */
const WORDS_MAX = 100_000;

/** Room is left for grams first met in an online step: for as many as are known, within these bounds. */
const SPARE_MIN = 500;
const SPARE_MAX = 2_000;

/** The grams of the texts, the most frequent of them where there are too many; the texts' order plays no part. */
export function fitVocabulary(texts: readonly TaggedText[]): Vocabulary {
  const words = textFrequencies(texts.map(({ grams }) => grams.wordGrams));
  const characters = textFrequencies(texts.map(({ grams }) => grams.characterGrams));
  const kept = mostFrequent([...words, ...characters]).slice(0, GRAMS_MAX - SPARE_MAX);
  const known = mostFrequent([...words]).slice(0, WORDS_MAX);

  const tellings = wordTellings(texts);
  const spare = Math.min(SPARE_MAX, Math.max(SPARE_MIN, kept.length));
  const vocabulary = emptyVocabulary({ rows: kept.length + spare, others: known.length });
  for (const [hash, frequency] of kept) {
    addGram(vocabulary, hash, { rarity: rarityOf(frequency, texts.length), telling: tellings.get(hash) ?? 1 });
  }
  for (const [hash] of known) markKnown(vocabulary, hash);
  return vocabulary;
}

/** How rare a gram is that stands in so many of the texts, by its logarithm. */
export function rarityOf(frequency: number, texts: number): number {
  return Math.log((texts + 1) / (frequency + 1)) + 1;
}

/** In how many texts each gram stands. */
function textFrequencies(texts: readonly Grams[]): Map<number, number> {
  const frequencies = new Map<number, number>();
  for (const { hashes } of texts) {
    for (const hash of new Set(hashes)) frequencies.set(hash, (frequencies.get(hash) ?? 0) + 1);
  }
  return frequencies;
}

/** In falling order; of equally frequent ones the order is that of their hashes. */
function mostFrequent(frequencies: [number, number][]): [number, number][] {
  return frequencies.sort(([hash, a], [other, b]) => b - a || hash - other);
}
