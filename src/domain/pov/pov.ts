/** What the members of an organization may see beyond their own part (P6); a customer never has more than its part. */
export type MemberView = "participants" | "team_customer_facing" | "organization_customer_facing" | "everything";

/** Whom one reads as: a party, the groups it now belongs to, and what rules and roles grant. Loaded anew for each use. */
export type Pov = {
  readonly partyId: string;
  readonly organizationId: string;
  readonly kind: "member" | "external";
  /** The teams it now belongs to and, for a member, the organization as the party that holds what waits for no team. */
  readonly groupIds: readonly string[];
  /** Teams whose conversations it administers (P5). */
  readonly supervisedTeamIds: readonly string[];
  readonly memberView: MemberView;
};

/** A message, as the visibility rule looks at it. */
export type MessageStanding = {
  readonly organizationId: string;
  /** The latest revision of it in each list that has an entry for it. */
  readonly revisionInList: ReadonlyMap<string, number>;
  /** Who takes part in its interaction now. */
  readonly currentPartyIds: ReadonlySet<string>;
  readonly audience: "customer" | "internal";
  /** The team of the request that it belongs to. */
  readonly teamId: string | null;
  readonly revision: number;
  readonly isDeleted: boolean;
};

/**
 * The one visibility rule: which revision of a message a point of view sees, or null where the message does not exist
 * for it (P1–P7). A message exists for a party if and only if its list has an entry for it; a group's list speaks for
 * its members only while the group takes part; roles and rules of the organization grant its own members more, read
 * by predicate. Whoever left before an edit or a deletion keeps the words that were there (P2).
 *
 * Its SQL twin is `seenRevision` in server/pov/visibility.ts; a test holds the two equal.
 */
export function seenRevision(pov: Pov, message: MessageStanding): number | null {
  const revision = grantsSight(pov, message) ? message.revision : listedRevision(pov, message);
  if (revision === null) return null;
  return message.isDeleted && revision >= message.revision ? null : revision;
}

/** Whether a point of view sees a message in any revision. */
export function canSee(pov: Pov, message: MessageStanding): boolean {
  return seenRevision(pov, message) !== null;
}

/** What roles (P5) and the organization's rule (P6) open to its own members; nobody else's view is ever widened. */
export function grantsSight(pov: Pov, of: Pick<MessageStanding, "organizationId" | "audience" | "teamId">): boolean {
  if (pov.kind !== "member" || pov.organizationId !== of.organizationId) return false;
  if (of.teamId !== null && pov.supervisedTeamIds.includes(of.teamId)) return true;
  switch (pov.memberView) {
    case "participants":
      return false;
    case "team_customer_facing":
      return of.audience === "customer" && of.teamId !== null && pov.groupIds.includes(of.teamId);
    case "organization_customer_facing":
      return of.audience === "customer";
    case "everything":
      return true;
  }
}

function listedRevision(pov: Pov, message: MessageStanding): number | null {
  const lists = [pov.partyId, ...pov.groupIds.filter((id) => message.currentPartyIds.has(id))];
  const revisions = lists.flatMap((id) => message.revisionInList.get(id) ?? []);
  return revisions.length === 0 ? null : Math.max(...revisions);
}
