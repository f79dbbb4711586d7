/** What one sign may take at most on average, in UTF-16 units: a family of four with skin tones takes about as much. */
const UNITS_PER_SIGN_MAX = 16;
const LONG_TEXT = 1_000;
const UNITS_PER_SIGN_OF_LONG_TEXT_MAX = 4;

type Sign = { readonly index: number; readonly segment: string };

let segmenter: Intl.Segmenter | undefined;

/** The signs of a text; where a browser is too old to know them, its code points. */
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

/** How many signs a person counts: a flag, a family or a letter with its accents is one. */
export function graphemeCount(text: string): number {
  let count = 0;
  for (const _ of signsOf(text)) count += 1;
  return count;
}

/** The first sign of a text; empty for an empty one. */
export function firstSign(text: string): string {
  for (const { segment } of signsOf(text)) return segment;
  return "";
}

/** Whether a text has at most so many signs; long texts are counted only where it is in doubt. */
export function isWithin(text: string, lengthMax: number): boolean {
  if (text.length <= lengthMax) return true;
  return text.length <= unitsMaxOf(lengthMax) && graphemeCount(text) <= lengthMax;
}

/** How many signs too many a text has; 0 where it can be taken, spaces at its ends aside. */
export function signsOver(text: string, lengthMax: number): number {
  const taken = text.trim();
  // A text of far too many units may have few signs, each with marks without end.
  return isWithin(taken, lengthMax) ? 0 : Math.max(1, graphemeCount(taken) - lengthMax);
}

/** The bound in UTF-16 units of a text of so many signs: without it one sign could carry marks without end. */
export function unitsMaxOf(lengthMax: number): number {
  return lengthMax * (lengthMax > LONG_TEXT ? UNITS_PER_SIGN_OF_LONG_TEXT_MAX : UNITS_PER_SIGN_MAX);
}

/** The beginning of a text, at most so many signs: no sign is cut in two. */
export function cutToLength(text: string, lengthMax: number): string {
  if (text.length <= lengthMax && !isMalformed(text)) return text;
  const unitsMax = unitsMaxOf(lengthMax);
  let count = 0;
  let end = 0;
  // Twice the bound holds every sign that can still be of use, and the counting does not grow with the text.
  const head = text.slice(0, unitsMax * 2);
  for (const { index, segment } of signsOf(head)) {
    if (count === lengthMax || index + segment.length > unitsMax) break;
    count += 1;
    end = index + segment.length;
  }
  return wellFormed(head.slice(0, end));
}

/**
 * What a database cut to so many code points, without the last sign, which it may have parted: databases count flags and
 * families as several. Who wants n letters shown asks for one more.
 */
export function withoutPartedSign(text: string, codePoints: number): string {
  if (text.length < codePoints || [...text].length < codePoints) return text;
  let last = 0;
  for (const { index } of signsOf(text)) last = index;
  return text.slice(0, last);
}

/** Whether half a surrogate pair is in it: PostgreSQL stores no such text, and no encoding can write it. */
export function isMalformed(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
