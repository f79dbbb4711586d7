/**
 * Why a set of parties cannot form a backchannel of its parent, or null where it can (C6, O3). A backchannel has at
 * least two parties. It leaves out at least one party of the parent and shares at least one with it.
 */
export function backchannelRefusal(of: {
  parentPartyIds: readonly string[];
  partyIds: readonly string[];
}): "nobody_left_out" | "nobody_included" | "last_shared_party" | null {
  const parties = new Set(of.partyIds);
  if (parties.size < 2) return "nobody_included";
  if (of.parentPartyIds.every((id) => parties.has(id))) return "nobody_left_out";
  return of.parentPartyIds.some((id) => parties.has(id)) ? null : "last_shared_party";
}
