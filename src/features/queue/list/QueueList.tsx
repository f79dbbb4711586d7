"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { type MouseEvent, useCallback, useEffect, useRef } from "react";
import { useMe } from "@/client/me/MeGate";
import { classes } from "@/ui/classes";
import { Spinner } from "@/ui/states/Spinner";
import type { ShownRow } from "./arrangeRows";
import { QueueRowLine } from "./QueueRowLine";
import { useListKeys } from "./useListKeys";

const ROW_HEIGHT_PX = 64;
/** Ask for the next page this many rows before the end. */
const LOAD_AHEAD = 15;

export type QueueListProps = {
  label: string;
  rows: readonly ShownRow[];
  /** The row that the keys are on. */
  currentId: string | null;
  openId: string | null;
  hrefOf: (sequenceId: string) => string;
  categoryNames: ReadonlyMap<string, string>;
  hasMore: boolean;
  isLoadingMore: boolean;
  onLoadMore: () => void;
  onCurrent: (sequenceId: string) => void;
  onOpen: (sequenceId: string) => void;
};

/** The rows in sight of a queue, as links. One link is in the tab order; it stays in the document when out of sight. */
export function QueueList(props: QueueListProps) {
  const { label, rows, currentId, hasMore, isLoadingMore, onLoadMore } = props;
  const t = useTranslations("queue");
  const pane = useRef<HTMLDivElement>(null);
  const currentIndex = rows.findIndex(({ row }) => row.sequenceId === currentId);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => pane.current,
    estimateSize: () => ROW_HEIGHT_PX,
    getItemKey: (index) => rows[index]?.row.sequenceId ?? index,
    overscan: 6,
    rangeExtractor: useCallback(
      (range: Range) => withIndex(defaultRangeExtractor(range), currentIndex),
      [currentIndex],
    ),
  });
  const shown = virtualizer.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && !isLoadingMore && lastShown >= rows.length - LOAD_AHEAD) onLoadMore();
  }, [hasMore, isLoadingMore, lastShown, rows.length, onLoadMore]);
  useEffect(() => {
    if (currentIndex >= 0) virtualizer.scrollToIndex(currentIndex, { align: "auto" });
  }, [virtualizer, currentIndex]);
  const firstId = rows[0]?.row.sequenceId ?? null;
  const onKeyDown = useListKeys(props, pane);
  return (
    <div ref={pane} className="min-h-0 flex-1 overflow-y-auto">
      <ol aria-label={label} onKeyDown={onKeyDown} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {shown.map(({ index, key, start }) => (
          <Row key={key} {...props} index={index} start={start} tabStopId={currentIndex >= 0 ? currentId : firstId} />
        ))}
      </ol>
      {isLoadingMore ? (
        <p className="flex items-center justify-center gap-2 p-3 text-fg-3 text-meta">
          <Spinner /> {t("loadingMore")}
        </p>
      ) : null}
    </div>
  );
}

type RowProps = QueueListProps & { index: number; start: number; tabStopId: string | null };

function Row({ rows, hrefOf, openId, categoryNames, onOpen, hasMore, index, start, tabStopId }: RowProps) {
  const { partyId } = useMe();
  const shown = rows[index];
  if (!shown) return null;
  const { row, wentTo } = shown;
  const isOpen = row.sequenceId === openId;
  const open = (event: MouseEvent) => {
    // With a modifier key held, the browser opens a new tab or window.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(row.sequenceId);
  };
  return (
    <li
      aria-posinset={index + 1}
      aria-setsize={hasMore ? -1 : rows.length}
      className="absolute inset-x-0 top-0"
      style={{ height: ROW_HEIGHT_PX, transform: `translateY(${start}px)` }}
    >
      <a
        href={hrefOf(row.sequenceId)}
        aria-current={isOpen ? "true" : undefined}
        tabIndex={row.sequenceId === tabStopId ? 0 : -1}
        data-sequence={row.sequenceId}
        onClick={open}
        className={classes(
          "block h-full border-line border-b -outline-offset-2",
          isOpen ? "bg-selected" : "hover:bg-hover",
        )}
      >
        <QueueRowLine
          row={row}
          wentTo={wentTo}
          viewerId={partyId}
          categoryName={row.categoryId === null ? null : (categoryNames.get(row.categoryId) ?? null)}
        />
      </a>
    </li>
  );
}

function withIndex(indexes: number[], index: number): number[] {
  return index < 0 || indexes.includes(index) ? indexes : [...indexes, index].sort((a, b) => a - b);
}
