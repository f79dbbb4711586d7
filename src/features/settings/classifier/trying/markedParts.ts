export type MarkedPart = { at: number; text: string; isMarked: boolean };

/** Words as they are told apart for reading: letters, signs on letters, and figures. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A text in parts, of which those are marked that are one of the words, however they are written. */
export function markedParts(text: string, words: readonly string[]): MarkedPart[] {
  const wanted = new Set(words.flatMap((word) => word.match(WORD) ?? []).map(folded));
  const parts: MarkedPart[] = [];
  let from = 0;
  const add = (to: number, isMarked: boolean) => {
    if (to > from) parts.push({ at: from, text: text.slice(from, to), isMarked });
    from = to;
  };
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!wanted.has(folded(word))) continue;
    add(index, false);
    add(index + word.length, true);
  }
  add(text.length, false);
  return parts;
}

function folded(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
