"use client";

import { useState } from "react";
import { EXAMPLES_CHOSEN_MAX } from "@/contract/inputs/limits";

export type Selection = {
  /** The numbers of the selected examples, of those shown. */
  numbers: readonly number[];
  isSelected: (number: number) => boolean;
  select: (number: number, isSelected: boolean) => void;
  unselect: (numbers: readonly number[]) => void;
  /** Selects all examples shown, or none. */
  selectAll: (isSelected: boolean) => void;
};

/** Which of the examples shown are selected. An example that is no longer shown is not selected. */
export function useSelection(shown: readonly number[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  return {
    numbers: shown.filter((number) => chosen.has(number)).slice(0, EXAMPLES_CHOSEN_MAX),
    isSelected: (number) => chosen.has(number),
    select: (number, isSelected) =>
      setChosen((all) => new Set([...[...all].filter((each) => each !== number), ...(isSelected ? [number] : [])])),
    unselect: (numbers) => setChosen((all) => new Set([...all].filter((each) => !numbers.includes(each)))),
    selectAll: (isSelected) => setChosen(new Set(isSelected ? shown : [])),
  };
}
