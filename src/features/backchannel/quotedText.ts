import { MESSAGE_LENGTH_MAX } from "@/features/conversation/composer/messageLengthMax";

/** A customer's reply with a quote added after what was written so far, cut to what one message may hold. */
export function draftWithQuote(draft: string, quote: string): string {
  const written = draft.trimEnd();
  const joined = written === "" ? quote : `${written}\n\n${quote}`;
  return joined.slice(0, MESSAGE_LENGTH_MAX);
}
