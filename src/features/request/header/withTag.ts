import { TAG_LENGTH_MAX, TAGS_MAX } from "@/contract/inputs/limits";
import { cutToLength } from "@/domain/text/graphemes";
import { isVisible } from "@/domain/text/isVisible";

/** The tags with one more: trimmed, without a leading #, once whatever its case, at most TAGS_MAX (C9). */
export function withTag(tags: readonly string[], typed: string): string[] {
  const tag = cutToLength(typed.trim().replace(/^#/, "").replace(/\s+/g, " "), TAG_LENGTH_MAX);
  const isKnown = tags.some((each) => each.toLowerCase() === tag.toLowerCase());
  return !isVisible(tag) || isKnown || tags.length >= TAGS_MAX ? [...tags] : [...tags, tag];
}
