"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classes } from "../classes";
import { TINT, type Tone } from "./tone";

export type ChipProps = {
  children: ReactNode;
  tone?: Tone;
  icon?: ReactNode;
  title?: string;
  /** Shows a remove button; `name` is what it removes. */
  onRemove?: () => void;
  name?: string;
  className?: string;
};

/** A small label for a state, a category or a tag. */
export function Chip({ children, tone = "neutral", icon, title, onRemove, name = "", className }: ChipProps) {
  const t = useTranslations("ui");
  return (
    <span
      title={title}
      className={classes(
        "chip inline-flex h-6 max-w-48 items-center gap-1 rounded-full px-2 text-meta font-medium whitespace-nowrap",
        TINT[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
      {onRemove ? (
        <button
          type="button"
          aria-label={t("remove", { name })}
          onClick={onRemove}
          className="-me-1.5 inline-flex size-6 items-center justify-center rounded-full hover:bg-hover"
        >
          <X className="size-3" aria-hidden="true" />
        </button>
      ) : null}
    </span>
  );
}
