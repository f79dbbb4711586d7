"use client";

import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";
import { Tooltip, type TooltipProps } from "./overlays/Tooltip";

export type IconButtonProps = Omit<ComponentProps<"button">, "aria-label" | "children"> & {
  /** Its accessible name and its tooltip. */
  label: string;
  icon: ReactNode;
  keys?: string | undefined;
  size?: "compact" | "default" | "touch";
  side?: TooltipProps["side"];
  /** True leaves out the tooltip, for long lists. The accessible name stays. */
  isPlain?: boolean;
};

const SIZE = { compact: "size-6", default: "size-8", touch: "size-10" };

/** A button that shows an icon. Its label is its name and its tooltip. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, keys, size = "default", side = "top", isPlain = false, className, ...rest } = props;
  const button = (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className={classes(
        "inline-flex shrink-0 items-center justify-center rounded-control text-fg-2 transition-colors",
        "hover:bg-hover hover:text-fg aria-pressed:bg-selected aria-pressed:text-fg disabled:opacity-55",
        "data-popup-open:bg-hover pointer-touch:size-11",
        SIZE[size],
        className,
      )}
    >
      {icon}
    </button>
  );
  if (isPlain) return button;
  return (
    <Tooltip content={label} keys={keys} side={side}>
      {button}
    </Tooltip>
  );
}
