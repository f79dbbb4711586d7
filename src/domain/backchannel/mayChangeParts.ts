/**
 * Why somebody who takes part in a backchannel may not end or reopen it, or null where they may (C7). Its opener may.
 * Once the opener has left, everybody in it may.
 */
export function endingRefusal(of: {
  actorId: string;
  openedById: string;
  /** The parties that take part in it now. */
  partyIds: readonly string[];
}): "opener_ends" | null {
  return of.actorId === of.openedById || !of.partyIds.includes(of.openedById) ? null : "opener_ends";
}

type Part = { readonly id: string; readonly role: "customer" | "responder" | "specialist" | "supervisor" | "member" };

/**
 * Why `actor` may not take `removed` out of an interaction, or null where they may (O4). Everybody may leave. The
 * person who opened it, the one who invited them, and the responder may remove them. The customer always stays. The
 * responder cannot be removed and hands over instead.
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
