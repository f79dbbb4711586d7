import { type TaggedText, wordTellings } from "../answer/wordTellings";
import type { Grams } from "../text/textGrams";
import { addGram, emptyVocabulary, markKnown, type Vocabulary } from "../text/vocabulary";

/** The most grams with a row, including room for new ones. Each row has a weight for every unit of the networks. */
export const GRAMS_MAX = 20_000;

/** The most words and pairs that are known, with or without a row. */
const WORDS_MAX = 100_000;

/** Room for grams that `learn` meets later: as many as there are rows, within these bounds. */
const SPARE_MIN = 500;
const SPARE_MAX = 2_000;

/**
 * Makes the vocabulary of the texts. Of too many grams the most frequent are kept. The order of texts does not matter.
 */
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

/** The rarity of a gram that is in `frequency` of the texts, on a logarithmic scale (inverse document frequency). */
export function rarityOf(frequency: number, texts: number): number {
  return Math.log((texts + 1) / (frequency + 1)) + 1;
}

/** The number of texts that contain each gram. */
function textFrequencies(texts: readonly Grams[]): Map<number, number> {
  const frequencies = new Map<number, number>();
  for (const { hashes } of texts) {
    for (const hash of new Set(hashes)) frequencies.set(hash, (frequencies.get(hash) ?? 0) + 1);
  }
  return frequencies;
}

/** Sorts by descending frequency, equal ones by hash. */
function mostFrequent(frequencies: [number, number][]): [number, number][] {
  return frequencies.sort(([hash, a], [other, b]) => b - a || hash - other);
}
