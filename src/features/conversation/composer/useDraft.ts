"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { keepDraft, readDraft } from "./keptDrafts";

const KEEP_AFTER_MS = 250;

/** An unfinished text that survives a reload, kept under `key`; each key has its own text. */
export function useDraft(key: string): { text: string; setText: (text: string) => void; isKept: boolean } {
  const [draft, setDraft] = useState({ key, text: "" });
  const [isKept, setKept] = useState(false);
  const unkept = useRef<{ key: string; text: string } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const pending = unkept.current;
    unkept.current = null;
    if (pending) void keepDraft(pending.key, pending.text).then(() => setKept(pending.text !== ""));
  }, []);

  useEffect(() => {
    let isCurrent = true;
    void readDraft(key).then((text) => {
      // Typing may have begun before the store answered: what was typed wins.
      if (isCurrent && unkept.current?.key !== key) setDraft({ key, text });
    });
    window.addEventListener("pagehide", flush);
    return () => {
      isCurrent = false;
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [key, flush]);

  const setText = useCallback(
    (text: string) => {
      setDraft({ key, text });
      setKept(false);
      unkept.current = { key, text };
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, KEEP_AFTER_MS);
    },
    [key, flush],
  );

  // Until the effect for a new key has run, the state still holds the other interaction's text: never show it here.
  return { text: draft.key === key ? draft.text : "", setText, isKept };
}
