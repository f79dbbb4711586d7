"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useLiveStatus } from "@/client/live/useLiveStatus";
import { keepDraft, readDraft } from "./keptDrafts";

const KEEP_AFTER_MS = 250;

/**
 * An unfinished text that survives a reload. `isKept` is null until the store has answered.
 *
 * @param key must not change while the component is mounted
 */
export function useDraft(key: string): { text: string; setText: (text: string) => void; isKept: boolean | null } {
  const [text, showText] = useState("");
  const [isKept, setKept] = useState<boolean | null>(null);
  const latest = useRef("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    void keepDraft(key, latest.current).then(setKept);
  }, [key]);

  const setText = useCallback(
    (next: string) => {
      latest.current = next;
      showText(next);
      setKept(null);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, KEEP_AFTER_MS);
    },
    [flush],
  );

  useEffect(() => {
    let isCurrent = true;
    void readDraft(key).then((kept) => {
      if (!isCurrent || kept === "") return;
      // Text typed or quoted before the store answered goes below the kept text.
      if (latest.current !== kept) setText(draftWithText(kept, latest.current));
    });
    window.addEventListener("pagehide", flush);
    return () => {
      isCurrent = false;
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [key, flush, setText]);

  const isHeld = useLiveStatus("session").state === "held";
  useEffect(() => {
    // Signing out in another tab has cleared the store: keep what still stands here again.
    const standing = latest.current;
    if (isHeld && standing !== "")
      void keepDraft(key, standing).then((isStored) => setKept(isStored && latest.current === standing));
  }, [isHeld, key]);

  return { text, setText, isKept };
}

/** The draft with `more` below it. Nothing is cut: the composer says when a text is too long to be sent. */
export function draftWithText(draft: string, more: string): string {
  if (more === "") return draft;
  const written = draft.trimEnd();
  return written === "" ? more : `${written}\n\n${more}`;
}
