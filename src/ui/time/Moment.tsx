"use client";

import { useFormatter, useTimeZone } from "next-intl";
import { momentOptions } from "./momentOptions";
import { useNow } from "./useNow";

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
