export type MarkedPart = { at: number; text: string; isMarked: boolean };

/** A word: letters, marks on letters, and digits. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Splits a text into parts and marks those that are one of `words`, without regard to case and accents. */
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
