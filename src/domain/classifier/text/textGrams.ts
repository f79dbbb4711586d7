import { foldedWords } from "../../routing/category/foldedWords";

/** The length of the beginning of a text that is read; requests say there what they are about. */
export const TEXT_LENGTH_MAX = 4_000;

/** The most words that are read of a text, and the most characters of a word. */
export const WORDS_MAX = 400;
const WORD_LENGTH_MAX = 40;

const CHARACTERS_MIN = 3;
const CHARACTERS_MAX = 4;

/** Each kind of gram starts its hash differently, so that the word "in" and the characters "in" differ. */
const WORD_SEED = 0x811c9dc5;
const PAIR_SEED = 0x1b873593;
const CHARACTERS_SEED = 0x2c1b3c6d;
const TEXT_EDGE = 0x5e5e5e5e;
const WORD_EDGE = 0x20;

/** The words of a text, and the hashes of its grams of words and of characters. */
export type TextGrams = {
  readonly words: readonly string[];
  readonly wordGrams: Grams;
  readonly characterGrams: Grams;
};

export type Grams = {
  readonly hashes: Uint32Array;
  /** For each gram the index of its word, or of the first word of a pair. */
  readonly wordIndexes: Uint16Array;
};

/**
 * Splits a text into words, pairs of adjacent words, and runs of three or four characters. By its runs a word is
 * recognised by its stem, with a typing error, or within a compound. In a script without spaces each sign is a word
 * (`foldedWords`), and its pairs take the role of words.
 */
export function textGrams(text: string): TextGrams {
  const words = foldedWords(text.slice(0, TEXT_LENGTH_MAX))
    .slice(0, WORDS_MAX)
    .map((word) => word.slice(0, WORD_LENGTH_MAX));
  return { words, wordGrams: wordGramsOf(words), characterGrams: characterGramsOf(words) };
}

/** The hash of the gram of one single word. */
export function wordHashAt({ hashes }: Grams, word: number): number {
  return hashes[2 * word] ?? 0;
}

function wordGramsOf(words: readonly string[]): Grams {
  const length = words.length === 0 ? 0 : 2 * words.length + 1;
  const hashes = new Uint32Array(length);
  const wordIndexes = new Uint16Array(length);
  let filled = 0;
  let before = TEXT_EDGE;
  words.forEach((word, index) => {
    const hash = wordHash(word);
    hashes[filled] = spread(hash);
    wordIndexes[filled++] = index;
    hashes[filled] = pairHash(before, hash);
    wordIndexes[filled++] = Math.max(0, index - 1);
    before = hash;
  });
  if (length > 0) {
    hashes[filled] = pairHash(before, TEXT_EDGE);
    wordIndexes[filled] = words.length - 1;
  }
  return { hashes, wordIndexes };
}

function characterGramsOf(words: readonly string[]): Grams {
  const hashes: number[] = [];
  const wordIndexes: number[] = [];
  words.forEach((word, index) => {
    for (let start = -1; start < word.length; start++) addRuns(hashes, word, start);
    while (wordIndexes.length < hashes.length) wordIndexes.push(index);
  });
  return { hashes: Uint32Array.from(hashes), wordIndexes: Uint16Array.from(wordIndexes) };
}

/** Adds the runs that begin at `start`. −1 is the edge before the word, and its length is the edge after it. */
function addRuns(hashes: number[], word: string, start: number): void {
  const last = Math.min(word.length, start + CHARACTERS_MAX - 1);
  let hash = CHARACTERS_SEED;
  for (let end = start; end <= last; end++) {
    hash = step(hash, end < 0 || end === word.length ? WORD_EDGE : word.charCodeAt(end));
    if (end - start + 1 >= CHARACTERS_MIN) hashes.push(spread(hash));
  }
}

function wordHash(word: string): number {
  let hash = WORD_SEED;
  for (let index = 0; index < word.length; index++) hash = step(hash, word.charCodeAt(index));
  return hash;
}

function pairHash(first: number, second: number): number {
  return spread(Math.imul(first ^ PAIR_SEED, 0x9e3779b1) ^ second);
}

/** One step of FNV-1a. */
function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Mixes all bits of a hash. Never 0, which marks an empty slot of the vocabulary. */
function spread(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0 || 1;
}
