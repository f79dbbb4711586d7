"use client";

import { useFormatter } from "next-intl";
import { useCallback } from "react";

/** Formats a probability as a decimal, such as 0.93. It never shows 1.00: nothing is certain. */
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

/** Formats a probability as a percentage, such as 93%. It never shows more than 99%. */
export function usePercent(): (probability: number) => string {
  const format = useFormatter();
  return useCallback(
    (probability) => format.number(Math.min(Math.round(probability * 100), PERCENT_MAX) / 100, { style: "percent" }),
    [format],
  );
}
