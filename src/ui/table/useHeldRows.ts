"use client";

import { type FocusEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type HeldRow, heldRows } from "./heldRows";

export type Held<Row> = {
  shown: readonly HeldRow<Row>[];
  /** True if the rows have changed their order or membership since they were held. */
  isOutdated: boolean;
  /** Shows the rows as they are now, even under the pointer. */
  show: () => void;
  /** The handlers for the element around the rows. */
  holder: {
    onPointerEnter: () => void;
    onPointerLeave: () => void;
    onFocus: () => void;
    onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
};

/**
 * Keeps the order of rows while the pointer or the focus is among them, so that nothing moves under it. Otherwise the
 * rows are shown as they are.
 *
 * @param keyOf a stable function
 */
export function useHeldRows<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Held<Row> {
  const [heldKeys, setHeldKeys] = useState<readonly string[] | null>(null);
  const within = useRef({ pointer: false, focus: false });
  const known = useRef<ReadonlyMap<string, Row>>(new Map());
  useEffect(() => {
    // A row that is gone stays known as long as its place is held.
    const before = [...known.current].filter(([key]) => heldKeys?.includes(key));
    known.current = new Map([...before, ...rows.map((row) => [keyOf(row), row] as const)]);
  }, [rows, keyOf, heldKeys]);
  const keys = useMemo(() => rows.map(keyOf), [rows, keyOf]);
  const move = (where: "pointer" | "focus", isWithin: boolean) => {
    within.current[where] = isWithin;
    const isHeld = within.current.pointer || within.current.focus;
    setHeldKeys((before) => (isHeld ? (before ?? keys) : null));
  };
  return {
    shown: useMemo(() => heldRows(heldKeys, rows, keyOf, known.current), [heldKeys, rows, keyOf]),
    isOutdated: heldKeys !== null && heldKeys.join(" ") !== keys.join(" "),
    show: useCallback(() => setHeldKeys(keys), [keys]),
    holder: {
      onPointerEnter: () => move("pointer", true),
      onPointerLeave: () => move("pointer", false),
      onFocus: () => move("focus", true),
      onBlur: ({ currentTarget, relatedTarget }) => move("focus", currentTarget.contains(relatedTarget)),
    },
  };
}
