/** The clipboard type under which copied internal text says where it comes from; no text is ever searched for it. */
export const INTERNAL_CLIPBOARD_TYPE = "application/x-parley-internal";

type Clipboard = Pick<DataTransfer, "getData" | "setData">;

/** Where internal text was copied from. */
export type InternalSource = { name: string };

/** Marks what is being copied as internal, keeping the copied text itself as it is. */
export function markAsInternal(clipboard: Clipboard, text: string, source: InternalSource): void {
  clipboard.setData("text/plain", text);
  clipboard.setData(INTERNAL_CLIPBOARD_TYPE, JSON.stringify(source));
}

/** Where pasted text comes from when it was copied from a backchannel; null for all other text. */
export function internalSourceOf(clipboard: Clipboard): InternalSource | null {
  const mark = clipboard.getData(INTERNAL_CLIPBOARD_TYPE);
  if (mark === "") return null;
  try {
    const source: unknown = JSON.parse(mark);
    const name = typeof source === "object" && source !== null && "name" in source ? source.name : "";
    return { name: typeof name === "string" ? name : "" };
  } catch {
    // The type alone says that it is internal: a damaged name must not let the text through unnoticed.
    return { name: "" };
  }
}

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
