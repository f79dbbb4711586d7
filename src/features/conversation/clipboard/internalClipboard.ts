/** The clipboard type that marks copied internal text with its source. The text itself is never searched for a mark. */
export const INTERNAL_CLIPBOARD_TYPE = "application/x-parley-internal";

type Clipboard = Pick<DataTransfer, "getData" | "setData">;

/** Where internal text was copied from. */
export type InternalSource = { name: string };

/** Puts the text on the clipboard, with a mark that says it is internal and where it comes from. */
export function markAsInternal(clipboard: Clipboard, text: string, source: InternalSource): void {
  clipboard.setData("text/plain", text);
  clipboard.setData(INTERNAL_CLIPBOARD_TYPE, JSON.stringify(source));
}

/** The source of pasted text that was copied from a backchannel; null for all other text. */
export function internalSourceOf(clipboard: Clipboard): InternalSource | null {
  const mark = clipboard.getData(INTERNAL_CLIPBOARD_TYPE);
  if (mark === "") return null;
  try {
    const source: unknown = JSON.parse(mark);
    const name = typeof source === "object" && source !== null && "name" in source ? source.name : "";
    return { name: typeof name === "string" ? name : "" };
  } catch {
    // The type alone proves that it is internal: a damaged name must not let the text pass unnoticed.
    return { name: "" };
  }
}

/** A text after pasting, and the range of the pasted part, so that it can be removed again. */
export type Pasted = { text: string; from: number; to: number };

/** Replaces the selection of `text` by `pasted`. */
export function pastedInto(text: string, selection: { from: number; to: number }, pasted: string): Pasted {
  const { from } = selection;
  return { text: text.slice(0, from) + pasted + text.slice(selection.to), from, to: from + pasted.length };
}

/**
 * The text without what was pasted: removed at `from` if it still stands there, else its first occurrence. Unchanged if
 * the writer has altered the pasted part.
 */
export function withoutPasted(text: string, pasted: string, from: number): string {
  const stillThere = text.startsWith(pasted, from);
  const start = stillThere ? from : text.indexOf(pasted);
  return start === -1 ? text : text.slice(0, start) + text.slice(start + pasted.length);
}
