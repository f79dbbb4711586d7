"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { BOARD_FIGURES, type QueueFilter } from "./queueFilter";

const PARSERS = {
  teamId: parseAsString,
  categoryId: parseAsString,
  repId: parseAsString,
  figure: parseAsStringLiteral(BOARD_FIGURES),
};

/** The filter in the address, and how to change it. Each change is an entry of the browser's history. */
export function useQueueFilter(): {
  filter: QueueFilter;
  setFilter: (change: Partial<QueueFilter>) => void;
  clear: () => void;
} {
  const [filter, setStates] = useQueryStates(PARSERS, { history: "push", shallow: true });
  const setFilter = useCallback((change: Partial<QueueFilter>) => void setStates(change), [setStates]);
  const clear = useCallback(() => void setStates(null), [setStates]);
  return useMemo(() => ({ filter, setFilter, clear }), [filter, setFilter, clear]);
}
