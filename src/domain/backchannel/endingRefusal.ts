/**
 * Why somebody who takes part in a backchannel may not end or reopen it, or null where they may (C7): whoever opened it
 * may; once they take part no more, everybody in it may.
 */
export function endingRefusal(of: {
  actorId: string;
  openedById: string;
  /** Who takes part in it now. */
  partyIds: readonly string[];
}): "opener_ends" | null {
  return of.actorId === of.openedById || !of.partyIds.includes(of.openedById) ? null : "opener_ends";
}
