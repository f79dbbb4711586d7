"use client";

import { useId } from "react";

export type ProgressBarProps = {
  /** What is in progress. */
  label: string;
  /** From 0 to 1. */
  share: number;
  /** The progress in words, shown and read by screen readers. */
  text: string;
};

/** The progress of something, as a bar with its name and its words. */
export function ProgressBar({ label, share, text }: ProgressBarProps) {
  const id = useId();
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap justify-between gap-x-4 text-table">
        <span id={id} className="font-medium">
          {label}
        </span>
        <span aria-hidden="true" className="num text-fg-2">
          {text}
        </span>
      </p>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={text}
        className="h-2 overflow-hidden rounded-full border border-line-control bg-sunken"
      >
        <div
          className="h-full bg-accent transition-[inline-size] duration-300 forced-colors:bg-[Highlight]"
          style={{ inlineSize: `${percent}%` }}
        />
      </div>
    </div>
  );
}
