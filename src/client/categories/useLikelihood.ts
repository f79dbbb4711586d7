"use client";

import { useFormatter } from "next-intl";
import { useCallback } from "react";

/** A probability in figures, such as 0.93; nothing looks like a certainty. */
export function useLikelihood(digitsMax: 2 | 3 = 2): (probability: number) => string {
  const format = useFormatter();
  return useCallback(
    (probability) =>
      format.number(Math.min(probability, 1 - 10 ** -digitsMax), {
        minimumFractionDigits: 2,
        maximumFractionDigits: digitsMax,
      }),
    [format, digitsMax],
  );
}

const PERCENT_MAX = 99;

/** A probability as people say it, such as 93%; nothing looks like a certainty. */
export function usePercent(): (probability: number) => string {
  const format = useFormatter();
  return useCallback(
    (probability) => format.number(Math.min(Math.round(probability * 100), PERCENT_MAX) / 100, { style: "percent" }),
    [format],
  );
}
