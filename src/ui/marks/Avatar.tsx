import { classes } from "../classes";
import { initialsOf } from "./initialsOf";

export type AvatarProps = { name: string; size?: "small" | "default" | "large"; isInternal?: boolean };

const SIZE = { small: "size-5 text-[0.625rem]", default: "size-7 text-meta", large: "size-10 text-body" };

/** Initials beside a name that is written out; says nothing by itself. */
export function Avatar({ name, size = "default", isInternal = false }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        "inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold",
        "forced-colors:border",
        isInternal ? "bg-internal-bg text-internal" : "bg-selected text-fg-2",
        SIZE[size],
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
