import type { InteractionView } from "./repViews";

/**
 * Whether a member with these groups sees an interaction by role or rule alone (P5, P6), so that no list of theirs tells
 * of it; what a group of theirs takes part in is no privilege to see.
 */
export function isSeenByPrivilege(
  { viewer, participants }: Pick<InteractionView, "viewer" | "participants">,
  groupIds: readonly string[],
): boolean {
  const isCurrent = (status: (typeof participants)[number]["status"]) =>
    status === "taking_part" || status === "invited";
  return (
    viewer === "privileged" &&
    !participants.some(({ party, status }) => isCurrent(status) && groupIds.includes(party.id))
  );
}
