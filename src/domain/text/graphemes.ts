/** The most UTF-16 units per sign on average; a family of four with skin tones takes about as many. */
const UNITS_PER_SIGN_MAX = 16;
const LONG_TEXT = 1_000;
const UNITS_PER_SIGN_OF_LONG_TEXT_MAX = 4;

type Sign = { readonly index: number; readonly segment: string };

let segmenter: Intl.Segmenter | undefined;

/** The signs of a text, or its code points in a browser without `Intl.Segmenter`. */
function signsOf(text: string): Iterable<Sign> {
  if (!("Segmenter" in Intl)) return codePointsOf(text);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return segmenter.segment(text);
}

function* codePointsOf(text: string): Generator<Sign> {
  let index = 0;
  for (const segment of text) {
    yield { index, segment };
    index += segment.length;
  }
}

/** The number of signs that a person counts: a flag, a family, or a letter with its accents is one. */
export function graphemeCount(text: string): number {
  let count = 0;
  for (const _ of signsOf(text)) count += 1;
  return count;
}

/** The first sign of a text; empty for an empty text. */
export function firstSign(text: string): string {
  for (const { segment } of signsOf(text)) return segment;
  return "";
}

/** Whether a text has at most `lengthMax` signs. It counts them only if the number of units leaves a doubt. */
export function isWithin(text: string, lengthMax: number): boolean {
  if (text.length <= lengthMax) return true;
  return text.length <= unitsMaxOf(lengthMax) && graphemeCount(text) <= lengthMax;
}

/** By how many signs a trimmed text is too long; 0 if it is accepted. */
export function signsOver(text: string, lengthMax: number): number {
  const taken = text.trim();
  // A text with too many units can have few signs, each with very many marks.
  return isWithin(taken, lengthMax) ? 0 : Math.max(1, graphemeCount(taken) - lengthMax);
}

/** The most UTF-16 units for a text of `lengthMax` signs. Without it one sign could carry any number of marks. */
export function unitsMaxOf(lengthMax: number): number {
  return lengthMax * (lengthMax > LONG_TEXT ? UNITS_PER_SIGN_OF_LONG_TEXT_MAX : UNITS_PER_SIGN_MAX);
}

/** The beginning of a text, at most `lengthMax` whole signs. */
export function cutToLength(text: string, lengthMax: number): string {
  if (text.length <= lengthMax && !isMalformed(text)) return text;
  const unitsMax = unitsMaxOf(lengthMax);
  let count = 0;
  let end = 0;
  // Twice the bound holds every sign that can still fit, and keeps the work independent of the text's length.
  const head = text.slice(0, unitsMax * 2);
  for (const { index, segment } of signsOf(head)) {
    if (count === lengthMax || index + segment.length > unitsMax) break;
    count += 1;
    end = index + segment.length;
  }
  return wellFormed(head.slice(0, end));
}

/**
 * A text that a database cut to `codePoints` code points, without its last sign, which the cut may have split:
 * databases count a flag or a family as several. To show n signs, ask the database for more.
 */
export function withoutPartedSign(text: string, codePoints: number): string {
  if (text.length < codePoints || [...text].length < codePoints) return text;
  let last = 0;
  for (const { index } of signsOf(text)) last = index;
  return text.slice(0, last);
}

/** Whether a text contains a lone surrogate. PostgreSQL cannot store it, and no encoding can write it. */
export function isMalformed(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
