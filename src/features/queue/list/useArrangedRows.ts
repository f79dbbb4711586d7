"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { QueueRow } from "@/contract/views/queueViews";
import { type Arrangement, arrangeRows, orderAfterPage } from "./arrangeRows";
import type { Queue } from "./useQueue";

/** The rows in an order that changes only when the rep applies new rows or scrolls on. */
export function useArrangedRows({ live, leave, readIds }: Queue): Arrangement & { apply: () => void } {
  const [order, setOrder] = useState<readonly string[]>([]);
  const lastKnown = useRef(new Map<string, QueueRow>());
  const rows = live ?? NONE;
  useEffect(() => {
    for (const row of rows) lastKnown.current.set(row.sequenceId, row);
    setOrder((before) => orderAfterPage(before, readIds, rows));
  }, [rows, readIds]);
  const apply = useCallback(() => setOrder(rows.map(({ sequenceId }) => sequenceId)), [rows]);
  // Until the effect has run, show the first page as it is, so that the list never flashes empty.
  const shownOrder = order.length === 0 ? rows.map(({ sequenceId }) => sequenceId) : order;
  const arrangement = useMemo(() => arrangeRows(shownOrder, rows, lastKnown.current, leave), [shownOrder, rows, leave]);
  return { ...arrangement, apply };
}

const NONE: readonly QueueRow[] = [];
