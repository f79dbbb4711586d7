"use client";

import { useFormatter, useTimeZone } from "next-intl";
import { useCallback } from "react";
import { momentOptions } from "./momentOptions";
import { ticker } from "./ticker";
import { useNow } from "./useTicking";

/** An instant in the viewer's time zone, written as `momentOptions` says. Its tooltip is the full date and time. */
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

/** Gives instants as text, written as `Moment` does, for names and announcements. */
export function useMomentText(): (at: Date) => string {
  const format = useFormatter();
  const timeZone = useTimeZone();
  return useCallback((at) => format.dateTime(at, momentOptions(at, ticker.nowMs(), timeZone)), [format, timeZone]);
}
