"use client";

import { useTranslations } from "next-intl";
import { classes } from "../classes";
import { useDelayed } from "./useDelayed";

const SHOWN_AFTER_MS = 150;

export type SkeletonProps = {
  /** How many lines to show. */
  rows?: number;
  /** The classes of one line, such as its height, so that nothing jumps when the real rows arrive. */
  rowClassName?: string;
  className?: string;
};

/** Grey lines in place of what is loading. They take their room at once but are visible only after 150 ms. */
export function Skeleton({ rows = 3, rowClassName = "h-4", className }: SkeletonProps) {
  const isShown = useDelayed(SHOWN_AFTER_MS);
  const t = useTranslations("ui");
  const lines = Array.from({ length: rows }, (_, index) => `line ${index}`);
  return (
    <div className={classes("flex flex-col gap-2 transition-opacity", !isShown && "opacity-0", className)}>
      <span className="sr-only">{isShown ? t("loading") : null}</span>
      {lines.map((line) => (
        <div
          key={line}
          aria-hidden="true"
          className={classes("animate-pulse rounded-control bg-hover motion-reduce:animate-none", rowClassName)}
        />
      ))}
    </div>
  );
}
