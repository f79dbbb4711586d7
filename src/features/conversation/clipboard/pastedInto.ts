/** A text after pasting, and where the pasted part now stands in it, so that it can be taken out again. */
export type Pasted = { text: string; from: number; to: number };

/** Puts `pasted` in the place of the selection of `text`. */
export function pastedInto(text: string, selection: { from: number; to: number }, pasted: string): Pasted {
  const { from } = selection;
  return { text: text.slice(0, from) + pasted + text.slice(selection.to), from, to: from + pasted.length };
}

/**
 * The text without what was pasted: at its place when it still stands there, else its first occurrence; unchanged when
 * the writer has altered it meanwhile.
 */
export function withoutPasted(text: string, pasted: string, from: number): string {
  const stillThere = text.startsWith(pasted, from);
  const start = stillThere ? from : text.indexOf(pasted);
  return start === -1 ? text : text.slice(0, start) + text.slice(start + pasted.length);
}
