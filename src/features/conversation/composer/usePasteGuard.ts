"use client";

import { type ClipboardEvent, useState } from "react";
import {
  type InternalSource,
  internalSourceOf,
  type Pasted,
  pastedInto,
  withoutPasted,
} from "../clipboard/internalClipboard";

export type PasteGuard = {
  /** The internal text that was pasted last, until the rep keeps or removes it. */
  found: { source: InternalSource } | null;
  onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  keep: () => void;
  remove: () => void;
};

/** Detects internal text pasted into a reply to the customer, and lets the rep keep or remove it. */
export function usePasteGuard(isGuarded: boolean, text: string, setText: (text: string) => void): PasteGuard {
  const [found, setFound] = useState<{ source: InternalSource; pasted: string; from: number } | null>(null);
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const source = isGuarded ? internalSourceOf(event.clipboardData) : null;
    if (!source) return;
    const field = event.currentTarget;
    const pasted = event.clipboardData.getData("text/plain");
    const after: Pasted = pastedInto(text, { from: field.selectionStart, to: field.selectionEnd }, pasted);
    event.preventDefault();
    setText(after.text);
    setFound({ source, pasted, from: after.from });
  };
  const remove = () => {
    if (found) setText(withoutPasted(text, found.pasted, found.from));
    setFound(null);
  };
  return { found, onPaste, keep: () => setFound(null), remove };
}
