"use client";

import { useFormatter } from "next-intl";
import { useCallback } from "react";

const CERTAIN = 0.99;

/** A probability as it stands on a category: two digits, and never a certainty. */
export function useLikelihood(): (probability: number) => string {
  const format = useFormatter();
  return useCallback(
    (probability) =>
      format.number(Math.min(probability, CERTAIN), { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    [format],
  );
}
