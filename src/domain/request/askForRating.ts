/** How long a rating can be given or changed. */
const RATING_OPEN_MS = 7 * 86_400_000;

/** Whether the customer of a completed request is asked to rate it (R15): only where somebody answered them. */
export function asksForRating({ lastReplyAt }: { readonly lastReplyAt: Date | null }): boolean {
  return lastReplyAt !== null;
}

/** Whether a rating that was asked for can still be given or changed (R15). */
export function isRatingOpen(askedAt: Date, now: Date): boolean {
  return now.getTime() - askedAt.getTime() <= RATING_OPEN_MS;
}
