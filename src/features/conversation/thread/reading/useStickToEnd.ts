"use client";

import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

const AT_END_WITHIN_PX = 48;

export type ThreadScroll = {
  isAtEnd: boolean;
  onScroll: () => void;
  toEnd: () => void;
};

export type StickOptions = {
  /** The key of the earliest line. When it changes, lines were added before it. */
  firstKey: string;
  lastKey: string;
  /** Scroll to the latest line in any case, since it is the reader's own. */
  followsAlways: boolean;
  /** A virtual list keeps its own place when lines are added before it. */
  isVirtual: boolean;
};

/**
 * Keeps the newest line in sight while the reader is at the end. Further up, neither an arrival nor an earlier page
 * moves the line being read.
 */
export function useStickToEnd(
  pane: RefObject<HTMLElement | null>,
  { firstKey, lastKey, followsAlways, isVirtual }: StickOptions,
): ThreadScroll {
  const [isAtEnd, setAtEnd] = useState(true);
  const before = useRef({ firstKey, lastKey, heightPx: 0, isAtEnd: true });

  const toEnd = useCallback(() => {
    if (pane.current) pane.current.scrollTop = pane.current.scrollHeight;
    before.current.isAtEnd = true;
    setAtEnd(true);
  }, [pane]);

  const onScroll = useCallback(() => {
    if (!pane.current) return;
    const { scrollTop, scrollHeight, clientHeight } = pane.current;
    before.current.isAtEnd = scrollHeight - scrollTop - clientHeight <= AT_END_WITHIN_PX;
    setAtEnd(before.current.isAtEnd);
  }, [pane]);

  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return;
    const { current: last } = before;
    const isNewEnd = last.lastKey !== lastKey;
    if (last.firstKey !== firstKey && !isNewEnd && !isVirtual)
      element.scrollTop += element.scrollHeight - last.heightPx;
    if (last.isAtEnd || (isNewEnd && followsAlways)) toEnd();
    before.current = { ...before.current, firstKey, lastKey, heightPx: element.scrollHeight };
  }, [pane, firstKey, lastKey, followsAlways, isVirtual, toEnd]);

  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return;
    // The pane shrinks when the composer grows, and lines grow when fonts load; keep the end in sight.
    const observer = new ResizeObserver(() => {
      if (before.current.isAtEnd) element.scrollTop = element.scrollHeight;
      before.current.heightPx = element.scrollHeight;
    });
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, [pane]);

  return { isAtEnd, onScroll, toEnd };
}
