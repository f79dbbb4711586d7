"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useLiveStatus } from "@/client/live/useLiveStatus";
import { MEMBER_MESSAGE_LENGTH_MAX } from "@/contract/inputs/limits";
import { cutToLength } from "@/domain/text/graphemes";
import { keepDraft, readDraft } from "./keptDrafts";

const KEEP_AFTER_MS = 250;

/** An unfinished text that survives a reload. @param key one for the life of the component: another text, another component */
export function useDraft(key: string): { text: string; setText: (text: string) => void; isKept: boolean } {
  const [text, showText] = useState("");
  const [isKept, setKept] = useState(false);
  const latest = useRef("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    const kept = latest.current;
    void keepDraft(key, kept).then(() => setKept(kept !== ""));
  }, [key]);

  const setText = useCallback(
    (next: string) => {
      latest.current = next;
      showText(next);
      setKept(false);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, KEEP_AFTER_MS);
    },
    [flush],
  );

  useEffect(() => {
    let isCurrent = true;
    void readDraft(key).then((kept) => {
      if (!isCurrent || kept === "") return;
      // Words may have been typed or quoted before the store answered: they go below those that were kept.
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
    // Signing out by another tab has forgotten what the browser kept: what still stands here is kept anew.
    const standing = latest.current;
    if (isHeld && standing !== "") void keepDraft(key, standing).then(() => setKept(latest.current === standing));
  }, [isHeld, key]);

  return { text, setText, isKept };
}

/** A draft with more text below what was written so far, cut to what one message may hold. */
export function draftWithText(draft: string, more: string): string {
  if (more === "") return draft;
  const written = draft.trimEnd();
  const joined = written === "" ? more : `${written}\n\n${more}`;
  return cutToLength(joined, MEMBER_MESSAGE_LENGTH_MAX);
}
