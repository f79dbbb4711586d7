"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { QueueRow } from "@/contract/views/repViews";
import { type Arrangement, arrangeRows, orderAfterPage } from "./arrangeRows";
import type { Queue } from "./useQueue";

/** The rows in an order that only the rep changes: by applying what is new, or by scrolling on. */
export function useArrangedRows({ live, heardRows, readIds }: Queue): Arrangement & { apply: () => void } {
  const [order, setOrder] = useState<readonly string[]>([]);
  const lastKnown = useRef(new Map<string, QueueRow>());
  const rows = live ?? NONE;
  useEffect(() => {
    for (const row of rows) lastKnown.current.set(row.sequenceId, row);
    setOrder((before) => orderAfterPage(before, readIds, rows));
  }, [rows, readIds]);
  const apply = useCallback(() => setOrder(rows.map(({ sequenceId }) => sequenceId)), [rows]);
  // Before the effect has run once, the first page is shown as it is, so that the list never flashes empty.
  const shownOrder = order.length === 0 ? rows.map(({ sequenceId }) => sequenceId) : order;
  const arrangement = useMemo(
    () => arrangeRows(shownOrder, rows, lastKnown.current, heardRows),
    [shownOrder, rows, heardRows],
  );
  return { ...arrangement, apply };
}

const NONE: readonly QueueRow[] = [];
