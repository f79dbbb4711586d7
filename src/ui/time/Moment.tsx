"use client";

import { useFormatter, useTimeZone } from "next-intl";
import { useCallback } from "react";
import { momentOptions } from "./momentOptions";
import { ticker } from "./ticker";
import { useNow } from "./useTicking";

/** An instant in the viewer's zone: the time alone on the same calendar day, else with its date. */
export function Moment({ at, className }: { at: Date; className?: string }) {
  const format = useFormatter();
  const nowMs = useNow(60_000);
  const shown = format.dateTime(at, momentOptions(at, nowMs, useTimeZone()));
  return (
    <time
      dateTime={at.toISOString()}
      title={format.dateTime(at, { dateStyle: "full", timeStyle: "long" })}
      className={className}
    >
      {shown}
    </time>
  );
}

/** Writes instants as `Moment` does, for names and announcements: a time of another day never stands without its day. */
export function useMomentText(): (at: Date) => string {
  const format = useFormatter();
  const timeZone = useTimeZone();
  return useCallback((at) => format.dateTime(at, momentOptions(at, ticker.nowMs(), timeZone)), [format, timeZone]);
}
