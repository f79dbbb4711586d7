/**
 * The ordinal after which somebody who is added to an interaction sees its messages (P2): from then on, or from the
 * beginning of who invites them. What the inviter does not see they cannot show.
 *
 * @param inviterAfterOrdinal where the inviter's own part begins; null where they take no part now
 */
export function historyOnJoining(
  showFrom: "now" | "start",
  { lastOrdinal }: { readonly lastOrdinal: number },
  inviterAfterOrdinal: number | null,
): number {
  return showFrom === "now" ? lastOrdinal : (inviterAfterOrdinal ?? lastOrdinal);
}
