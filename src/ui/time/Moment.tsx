"use client";

import { useFormatter } from "next-intl";
import { useNow } from "./useNow";

const DAY_MS = 86_400_000;

/** An instant in the viewer's zone: the time alone within the last day, else with its date. */
export function Moment({ at, className }: { at: Date; className?: string }) {
  const format = useFormatter();
  const nowMs = useNow(60_000);
  const isRecent = Math.abs(nowMs - at.getTime()) < DAY_MS;
  const shown = format.dateTime(at, isRecent ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" });
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
