"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect } from "react";
import { type ThreadLineContext, ThreadLineRow } from "./ThreadLineRow";
import type { ThreadLine } from "./threadLines";

const LINE_HEIGHT_PX = 64;
const AT_END_WITHIN_PX = 48;

export type ThreadLinesProps = {
  label: string;
  lines: readonly ThreadLine[];
  context: ThreadLineContext;
  pane: RefObject<HTMLElement | null>;
};

/** The lines of a long thread: only those in sight are in the document; earlier pages do not move what is read. */
export function VirtualLines({ label, lines, context, pane }: ThreadLinesProps) {
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => pane.current,
    estimateSize: () => LINE_HEIGHT_PX,
    getItemKey: (index) => lines[index]?.key ?? index,
    anchorTo: "end",
    followOnAppend: true,
    scrollEndThreshold: AT_END_WITHIN_PX,
    overscan: 8,
  });
  useLayoutEffect(() => {
    virtualizer.scrollToEnd();
  }, [virtualizer]);
  return (
    <ol aria-label={label} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const line = lines[index];
        return line ? (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-posinset={index + 1}
            aria-setsize={lines.length}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${start}px)` }}
          >
            <ThreadLineRow line={line} context={context} />
          </li>
        ) : null;
      })}
    </ol>
  );
}
