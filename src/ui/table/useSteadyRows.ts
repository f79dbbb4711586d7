"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type HeldRow, heldRows } from "./heldRows";

export type Steady<Row> = {
  shown: readonly HeldRow<Row>[];
  /** The rows that have come since, in their own order. They are not shown yet. */
  fresh: readonly Row[];
  /** True if `show` would change the order or membership of the rows. */
  isOutdated: boolean;
  /** Shows the rows as they are now. */
  show: () => void;
  /** Gives a row its place at the end, because the reader asked for it. */
  place: (key: string) => void;
};

/**
 * Keeps the order of rows as the reader first saw it until they ask for the present one, so that nothing moves because
 * somebody else acted. Rows change in place. An empty list takes the first rows at once, since nothing can move.
 *
 * @param keyOf a stable function
 */
export function useSteadyRows<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Steady<Row> {
  const keys = useMemo(() => rows.map(keyOf), [rows, keyOf]);
  const [placed, setPlaced] = useState<readonly string[]>(keys);
  const known = useRef<ReadonlyMap<string, Row>>(new Map());
  useEffect(() => {
    // A row that is gone stays known as long as it has a place.
    const before = [...known.current].filter(([key]) => placed.includes(key));
    known.current = new Map([...before, ...rows.map((row) => [keyOf(row), row] as const)]);
  }, [rows, keyOf, placed]);
  return {
    shown: useMemo(() => heldRows(placed, rows, keyOf, known.current), [placed, rows, keyOf]),
    fresh: useMemo(() => rows.filter((row) => !placed.includes(keyOf(row))), [placed, rows, keyOf]),
    isOutdated: placed.join(" ") !== keys.join(" "),
    show: useCallback(() => setPlaced(keys), [keys]),
    place: useCallback((key) => setPlaced((all) => (all.includes(key) ? all : [...all, key])), []),
  };
}
