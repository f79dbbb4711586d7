import type { Grams, TextGrams } from "./textGrams";
import { rowOf, type Vocabulary } from "./vocabulary";

/** A text as the network reads it: the rows of its known grams, and their weights. */
export type TextVector = {
  /** Each row occurs at most once per kind of gram. */
  readonly rows: Uint32Array;
  /** The weights have the Euclidean length 1, with both kinds of gram in equal parts. */
  readonly weights: Float32Array;
};

/** Scratch buffers, reused to avoid garbage. */
let known = new Uint32Array(0);
let distinct = { rows: new Uint32Array(0), weights: new Float32Array(0) };

/** Weighs the known grams of a text. Rare grams weigh more; repetitions count logarithmically. */
export function textVector({ wordGrams, characterGrams }: TextGrams, vocabulary: Vocabulary): TextVector {
  makeRoom(wordGrams.hashes.length + characterGrams.hashes.length);
  const words = weigh(wordGrams, vocabulary, 0);
  const end = weigh(characterGrams, vocabulary, words);
  const kinds = Number(words > 0) + Number(end > words);
  scaleToLength(1 / Math.sqrt(kinds), 0, words);
  scaleToLength(1 / Math.sqrt(kinds), words, end);
  return { rows: distinct.rows.slice(0, end), weights: distinct.weights.slice(0, end) };
}

function makeRoom(grams: number): void {
  if (grams <= known.length) return;
  known = new Uint32Array(grams);
  distinct = { rows: new Uint32Array(grams), weights: new Float32Array(grams) };
}

/** Writes the distinct rows of the grams and their weights, beginning at `from`. Returns the index after the last. */
function weigh({ hashes }: Grams, vocabulary: Vocabulary, from: number): number {
  const rows = knownRows(hashes, vocabulary);
  let filled = from;
  let start = 0;
  for (let end = 1; end <= rows.length; end++) {
    if (rows[end] === rows[start]) continue;
    const row = rows[start] ?? 0;
    distinct.rows[filled] = row;
    distinct.weights[filled++] = (1 + Math.log(end - start)) * (vocabulary.rarities[row] ?? 0);
    start = end;
  }
  return filled;
}

/** The rows of the known grams, ascending, so that equal ones are adjacent. */
function knownRows(hashes: Uint32Array, vocabulary: Vocabulary): Uint32Array {
  let length = 0;
  for (const hash of hashes) {
    const row = rowOf(vocabulary, hash);
    if (row >= 0) known[length++] = row;
  }
  return known.subarray(0, length).sort();
}

function scaleToLength(length: number, from: number, to: number): void {
  const { weights } = distinct;
  let squares = 0;
  for (let index = from; index < to; index++) squares += (weights[index] ?? 0) ** 2;
  const scale = length / (Math.sqrt(squares) || 1);
  for (let index = from; index < to; index++) weights[index] = (weights[index] ?? 0) * scale;
}
