import { MEMBER_MESSAGE_LENGTH_MAX } from "@/contract/inputs/limits";
import { cutToLength } from "@/domain/text/graphemes";

/** A draft with more text below what was written so far, cut to what one message may hold. */
export function draftWithText(draft: string, more: string): string {
  if (more === "") return draft;
  const written = draft.trimEnd();
  const joined = written === "" ? more : `${written}\n\n${more}`;
  return cutToLength(joined, MEMBER_MESSAGE_LENGTH_MAX);
}
