/** How long after the question a rating can be given or changed. */
const RATING_OPEN_MS = 7 * 86_400_000;

/** Whether the customer is asked to rate a completed request (R15): only if somebody answered them. */
export function asksForRating({ lastReplyAt }: { readonly lastReplyAt: Date | null }): boolean {
  return lastReplyAt !== null;
}

/** Whether the customer can still give or change a rating (R15). The last millisecond of the seven days counts. */
export function isRatingOpen(askedAt: Date, now: Date): boolean {
  return now.getTime() - askedAt.getTime() <= RATING_OPEN_MS;
}
