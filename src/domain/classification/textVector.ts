import type { Grams, TextGrams } from "./textGrams";
import { rowOf, type Vocabulary } from "./vocabulary";

/** A text as the network reads it: the rows of its known grams, and how much each weighs. */
export type TextVector = {
  /** Each row once per kind of gram. */
  readonly rows: Uint32Array;
  /** Of length 1 altogether, both kinds of gram in equal parts. */
  readonly weights: Float32Array;
};

/** Weighs a text's known grams: more for one that is rare, and by its logarithm for one that comes again. */
export function textVector(grams: TextGrams, vocabulary: Vocabulary): TextVector {
  const words = weighed(grams.wordGrams, vocabulary);
  const characters = weighed(grams.characterGrams, vocabulary);
  const kinds = Number(words.length > 0) + Number(characters.length > 0);
  const rows = new Uint32Array(words.length + characters.length);
  const weights = new Float32Array(rows.length);
  let filled = 0;
  for (const kind of [words, characters]) {
    const scale = 1 / (norm(kind.weights) * Math.sqrt(kinds));
    for (let index = 0; index < kind.length; index++) {
      rows[filled] = kind.rows[index] ?? 0;
      weights[filled++] = (kind.weights[index] ?? 0) * scale;
    }
  }
  return { rows, weights };
}

type Weighed = { readonly length: number; readonly rows: Uint32Array; readonly weights: Float32Array };

function weighed({ hashes }: Grams, vocabulary: Vocabulary): Weighed {
  const rows = knownRows(hashes, vocabulary);
  const weights = new Float32Array(rows.length);
  let length = 0;
  let start = 0;
  for (let end = 1; end <= rows.length; end++) {
    if (rows[end] === rows[start]) continue;
    const row = rows[start] ?? 0;
    rows[length] = row;
    weights[length++] = (1 + Math.log(end - start)) * (vocabulary.rarities[row] ?? 0);
    start = end;
  }
  return { length, rows, weights: weights.subarray(0, length) };
}

/** Ascending, so that equal ones stand together. */
function knownRows(hashes: Uint32Array, vocabulary: Vocabulary): Uint32Array {
  const rows = new Uint32Array(hashes.length);
  let known = 0;
  for (const hash of hashes) {
    const row = rowOf(vocabulary, hash);
    if (row >= 0) rows[known++] = row;
  }
  return rows.subarray(0, known).sort();
}

function norm(weights: Float32Array): number {
  let squares = 0;
  for (const weight of weights) squares += weight * weight;
  return Math.sqrt(squares) || 1;
}
