"use client";

import { type ReactNode, useId } from "react";
import { classes } from "@/ui/classes";
import { INK, type Tone } from "@/ui/marks/tone";

export type FigureProps = { name: string; value: string; hint: string; note?: ReactNode; tone?: Tone };

/** One large figure with its name, a note, and a hint how it is counted. */
export function Figure({ name, value, hint, note, tone = "neutral" }: FigureProps) {
  const id = useId();
  return (
    <div className="flex flex-col rounded-card border border-line bg-surface px-3 py-2 max-md:last:col-span-2">
      <dt className="text-fg-2 text-meta">{name}</dt>
      <dd aria-describedby={id} className="contents">
        <span className={classes("num font-semibold text-figure", tone === "neutral" ? "text-fg" : INK[tone])}>
          {value}
        </span>
        {note ? (
          <span className={classes("text-meta", tone === "neutral" ? "text-fg-2" : INK[tone])}>{note}</span>
        ) : null}
        <span id={id} className="pt-1 text-fg-3 text-meta">
          {hint}
        </span>
      </dd>
    </div>
  );
}
