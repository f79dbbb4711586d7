import { grantsSight } from "./grantsSight";
import type { Pov } from "./pov";
import { type MessageStanding, seenRevision } from "./visibility";

/** Why a point of view sees a revision of a message, or does not see the message. */
export type Sight = {
  /** The answer of `seenRevision`: null where the message does not exist for the point of view. */
  readonly revision: number | null;
  readonly because:
    | { readonly by: "role"; readonly teamId: string }
    | { readonly by: "rule"; readonly memberView: Pov["memberView"] }
    | { readonly by: "own_list" }
    | { readonly by: "group_list"; readonly groupId: string }
    /** Only lists of the party's groups hold it, and these groups no longer take part. */
    | { readonly by: "groups_left"; readonly groupIds: readonly string[] }
    | { readonly by: "not_listed" }
    | { readonly by: "deleted" };
};

/** Explains the answer of the visibility rule (P1–P7). */
export function whySeen(pov: Pov, message: MessageStanding): Sight {
  const revision = seenRevision(pov, message);
  const source = sourceOf(pov, message);
  const isGone = revision === null && source.by !== "not_listed" && source.by !== "groups_left";
  return { revision, because: isGone ? { by: "deleted" } : source };
}

function sourceOf(pov: Pov, message: MessageStanding): Sight["because"] {
  if (grantsSight(pov, message)) {
    const { teamId } = message;
    const isOverseen = teamId !== null && pov.supervisedTeamIds.includes(teamId);
    return isOverseen ? { by: "role", teamId } : { by: "rule", memberView: pov.memberView };
  }
  const groups = pov.groupIds.filter((id) => message.revisionInList.has(id));
  const present = groups
    .filter((id) => message.currentPartyIds.has(id))
    .toSorted((a, b) => (message.revisionInList.get(b) ?? 0) - (message.revisionInList.get(a) ?? 0));
  const [groupId] = present;
  const own = message.revisionInList.get(pov.partyId);
  if (groupId !== undefined && (own === undefined || (message.revisionInList.get(groupId) ?? 0) > own))
    return { by: "group_list", groupId };
  if (own !== undefined) return { by: "own_list" };
  return groups.length > 0 ? { by: "groups_left", groupIds: groups } : { by: "not_listed" };
}
