/**
 * Why somebody who takes part in a backchannel may not end or reopen it, or null where they may (C7): its opener
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

type Part = { readonly id: string; readonly role: "customer" | "responder" | "specialist" | "supervisor" | "member" };

/**
 * Why somebody may not be taken out of an interaction, or null where they may (O4). Everybody may leave; whoever opened
 * it, invited them, or answers the customer in it may remove them. The customer stays, and who answers hands over.
 */
export function removalRefusal(of: {
  actor: Part;
  removed: Part & { readonly invitedById: string | null };
  openedById: string;
}): "not_allowed" | "responder_stays" | null {
  const { actor, removed, openedById } = of;
  const isTheirs = openedById === actor.id || removed.invitedById === actor.id || actor.role === "responder";
  if (removed.role === "customer" || (removed.id !== actor.id && !isTheirs)) return "not_allowed";
  return removed.role === "responder" ? "responder_stays" : null;
}
