import { firstSign } from "@/domain/text/graphemes";

/** The first letters of the first and the last word of a name, in capitals; "?" for an empty one. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letters = [first, last].map((word) => firstSign(word ?? "")).join("");
  return letters.toLocaleUpperCase() || "?";
}
