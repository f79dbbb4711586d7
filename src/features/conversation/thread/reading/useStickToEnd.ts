"use client";

import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

const AT_END_WITHIN_PX = 48;

export type ThreadScroll = {
  isAtEnd: boolean;
  onScroll: () => void;
  toEnd: () => void;
};

export type StickOptions = {
  /** Key of the earliest line; when it changes, lines were put before it. */
  firstKey: string;
  lastKey: string;
  /** The latest line is the reader's own, which is always shown. */
  followsAlways: boolean;
  /** A virtual list keeps its place by itself when lines are put before it. */
  isVirtual: boolean;
};

/**
 * Keeps the newest line in sight while the reader is at the end, and the line being read where it is while they are
 * not: neither an arrival nor an earlier page moves it.
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
    // The pane shrinks when the composer grows, and lines grow when fonts arrive: the end stays in sight.
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
