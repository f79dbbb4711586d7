import type { Grams } from "./textGrams";
import { addGram, emptyVocabulary, type Vocabulary } from "./vocabulary";
import { type TaggedText, wordTellings } from "./wordTellings";

/** Room is left for grams first met in an online step: for as many as are known, within these bounds. */
const SPARE_SHARE_MAX = 0.1;
const SPARE_MIN = 500;

/** The grams of the texts, the most frequent of them where there are too many; the texts' order plays no part. */
export function fitVocabulary(texts: readonly TaggedText[], gramsMax: number): Vocabulary {
  const spareMax = gramsMax * SPARE_SHARE_MAX;
  const kept = [...textFrequencies(texts)]
    .sort(([hash, a], [other, b]) => b - a || hash - other)
    .slice(0, gramsMax - spareMax);
  const spare = Math.min(spareMax, Math.max(SPARE_MIN, kept.length));
  const tellings = wordTellings(texts);
  const vocabulary = emptyVocabulary(kept.length + spare);
  for (const [hash, frequency] of kept) {
    addGram(vocabulary, hash, { rarity: rarityOf(frequency, texts.length), telling: tellings.get(hash) ?? 1 });
  }
  return vocabulary;
}

/** How rare a gram is that stands in so many of the texts, by its logarithm. */
export function rarityOf(frequency: number, texts: number): number {
  return Math.log((texts + 1) / (frequency + 1)) + 1;
}

/** In how many texts each gram stands. */
function textFrequencies(texts: readonly TaggedText[]): Map<number, number> {
  const frequencies = new Map<number, number>();
  const count = ({ hashes }: Grams) => {
    for (const hash of new Set(hashes)) frequencies.set(hash, (frequencies.get(hash) ?? 0) + 1);
  };
  for (const { grams } of texts) {
    count(grams.wordGrams);
    count(grams.characterGrams);
  }
  return frequencies;
}
