"use client";

import { useFormatter, useTranslations } from "next-intl";
import { classes } from "../classes";

const COUNT_SHOWN_MAX = 99;

export type BadgeProps = {
  count: number;
  /** "quiet" for sizes of lists, "unread" for what needs attention. */
  look?: "quiet" | "unread";
  /** What screen readers hear instead of the number. "unread" has a default; "quiet" reads the number by default. */
  label?: string;
  className?: string;
};

/** A count, shown as 99+ above 99. Renders nothing for zero. */
export function Badge({ count, look = "quiet", label, className }: BadgeProps) {
  const format = useFormatter();
  const t = useTranslations("ui");
  if (count <= 0) return null;
  const shown = count > COUNT_SHOWN_MAX ? `${format.number(COUNT_SHOWN_MAX)}+` : format.number(count);
  const said = label ?? (look === "unread" ? t("unread", { count }) : undefined);
  return (
    <span
      className={classes(
        "num inline-flex h-4.5 items-center justify-center rounded-full text-meta font-medium",
        look === "unread" ? "min-w-4.5 bg-accent px-1.5 text-on-accent" : "text-fg-3",
        className,
      )}
    >
      <span aria-hidden={said ? true : undefined}>{shown}</span>
      {said ? <span className="sr-only">{said}</span> : null}
    </span>
  );
}
