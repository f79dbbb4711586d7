import type { Grams, TextGrams } from "./textGrams";
import { addGram, emptyVocabulary, type Vocabulary } from "./vocabulary";

/** Grams that a model knows at most: the rows of its first layer, and so its size. */
export const GRAMS_MAX = 40_000;

/** Room that is left for grams first met in an online step. */
const GRAMS_SPARE = 1_000;

/** The grams of the texts, the most frequent of them where there are too many; the texts' order plays no part. */
export function fitVocabulary(texts: readonly TextGrams[]): Vocabulary {
  const frequencies = textFrequencies(texts);
  const kept = [...frequencies]
    .sort(([hash, a], [other, b]) => b - a || hash - other)
    .slice(0, GRAMS_MAX - GRAMS_SPARE);
  const vocabulary = emptyVocabulary(kept.length + GRAMS_SPARE);
  for (const [hash, frequency] of kept) addGram(vocabulary, hash, rarityOf(frequency, texts.length));
  return vocabulary;
}

/** How telling a gram is that stands in so many of the texts. */
export function rarityOf(frequency: number, texts: number): number {
  return Math.log((texts + 1) / (frequency + 1)) + 1;
}

/** In how many texts each gram stands. */
function textFrequencies(texts: readonly TextGrams[]): Map<number, number> {
  const frequencies = new Map<number, number>();
  const count = ({ hashes }: Grams) => {
    for (const hash of new Set(hashes)) frequencies.set(hash, (frequencies.get(hash) ?? 0) + 1);
  };
  for (const { wordGrams, characterGrams } of texts) {
    count(wordGrams);
    count(characterGrams);
  }
  return frequencies;
}
