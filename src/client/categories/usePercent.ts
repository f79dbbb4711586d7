"use client";

import { useFormatter } from "next-intl";
import { useCallback } from "react";

const PERCENT_MAX = 99;

/** A probability as people say it, such as 93%; nothing looks like a certainty. */
export function usePercent(): (probability: number) => string {
  const format = useFormatter();
  return useCallback(
    (probability) => format.number(Math.min(Math.round(probability * 100), PERCENT_MAX) / 100, { style: "percent" }),
    [format],
  );
}
