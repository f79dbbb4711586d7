/**
 * The ordinal after which somebody who joins an interaction sees its messages (P2). "now" shows only later messages.
 * "start" shows what the inviter sees: nobody can show what they do not see themselves.
 *
 * @param inviterAfterOrdinal the ordinal after which the inviter's own part begins; null if they take no part now
 */
export function historyOnJoining(
  showFrom: "now" | "start",
  { lastOrdinal }: { readonly lastOrdinal: number },
  inviterAfterOrdinal: number | null,
): number {
  return showFrom === "now" ? lastOrdinal : (inviterAfterOrdinal ?? lastOrdinal);
}
