"use client";

import { useLocale } from "next-intl";
import { formatSpan } from "./formatSpan";
import { useTicking } from "./useTicking";

/** The time since `since`, such as "4m", kept up to date. Screen readers hear whole words. */
export function Elapsed({ since, className }: { since: Date; className?: string }) {
  const locale = useLocale();
  const startMs = since.getTime();
  const shown = useTicking((nowMs) => formatSpan(nowMs - startMs, locale));
  const said = useTicking((nowMs) => formatSpan(nowMs - startMs, locale, "long"));
  return (
    <time dateTime={since.toISOString()} className={className}>
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{said}</span>
    </time>
  );
}
