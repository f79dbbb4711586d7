import { firstSign } from "@/domain/text/graphemes";
import { classes } from "../classes";

export type AvatarProps = { name: string; size?: "small" | "default" | "large"; isInternal?: boolean };

const SIZE = { small: "size-5 text-[0.625rem]", default: "size-7 text-meta", large: "size-10 text-body" };

/** Initials beside a name that is written out. Hidden from screen readers. */
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

/** The first letters of the first and the last word of a name, in capitals; "?" for an empty name. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letters = [first, last].map((word) => firstSign(word ?? "")).join("");
  return letters.toLocaleUpperCase() || "?";
}
