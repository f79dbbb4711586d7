"use client";

import { useFormatter, useTimeZone } from "next-intl";
import { useCallback } from "react";
import { momentOptions } from "./momentOptions";
import { ticker } from "./ticker";

/** Writes instants as `Moment` does, for names and announcements: a time of another day never stands without its day. */
export function useMomentText(): (at: Date) => string {
  const format = useFormatter();
  const timeZone = useTimeZone();
  return useCallback((at) => format.dateTime(at, momentOptions(at, ticker.nowMs(), timeZone)), [format, timeZone]);
}
