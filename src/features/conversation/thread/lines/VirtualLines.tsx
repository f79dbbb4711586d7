"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useMemo, useState } from "react";
import { type ThreadLineContext, ThreadLineRow } from "./ThreadLineRow";
import { lineBlocks, type ThreadLine } from "./threadLines";

const LINE_HEIGHT_PX = 64;
const AT_END_WITHIN_PX = 48;

export type ThreadLinesProps = {
  label: string;
  lines: readonly ThreadLine[];
  context: ThreadLineContext;
  pane: RefObject<HTMLElement | null>;
  /** The line the reader is at when the list becomes virtual; null at the end. */
  startKey: RefObject<string | null> | null;
};

/**
 * The lines of a long thread. Only those in sight are in the document. Loading earlier pages does not move the line
 * that is being read.
 */
export function VirtualLines({ label, lines, context, pane, startKey }: ThreadLinesProps) {
  const blocks = useMemo(() => lineBlocks(lines), [lines]);
  const virtualizer = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => pane.current,
    estimateSize: () => LINE_HEIGHT_PX,
    getItemKey: (index) => blocks[index]?.key ?? index,
    anchorTo: "end",
    followOnAppend: true,
    scrollEndThreshold: AT_END_WITHIN_PX,
    overscan: 8,
  });
  // At the first rendering of a thread its pane is not there yet: draw the lines as soon as it is.
  const [, setMounted] = useState(false);
  useLayoutEffect(() => setMounted(true), []);
  // Read once, when the list becomes virtual; after that the virtualizer keeps its place.
  const [startIndex] = useState(() => blocks.findIndex(({ key }) => key === startKey?.current));
  useLayoutEffect(() => {
    if (startIndex > 0) virtualizer.scrollToIndex(startIndex, { align: "start" });
    else virtualizer.scrollToEnd();
  }, [virtualizer, startIndex]);
  return (
    <ol aria-label={label} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const block = blocks[index];
        return block ? (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-posinset={index + 1}
            aria-setsize={blocks.length}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${start}px)` }}
          >
            {block.lines.map((line) => (
              <ThreadLineRow key={line.key} line={line} context={context} />
            ))}
          </li>
        ) : null;
      })}
    </ol>
  );
}
