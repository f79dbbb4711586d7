/** What members of an organization may see beyond what they take part in (P6). Customers never see more than that. */
export type MemberView = "participants" | "team_customer_facing" | "organization_customer_facing" | "everything";

/**
 * A point of view: a party, its present groups, and what roles and rules grant it. It is loaded afresh for each use.
 */
export type Pov = {
  readonly partyId: string;
  readonly organizationId: string;
  readonly kind: "member" | "external";
  /** The party's present teams and, for a member, the organization, which holds requests that wait without a team. */
  readonly groupIds: readonly string[];
  /** The teams that the party supervises (P5). */
  readonly supervisedTeamIds: readonly string[];
  readonly memberView: MemberView;
};

/** The facts of a message that the visibility rule needs. */
export type MessageStanding = {
  readonly organizationId: string;
  /** The latest revision in each list that has an entry for the message. */
  readonly revisionInList: ReadonlyMap<string, number>;
  /** The parties that take part in its interaction now. */
  readonly currentPartyIds: ReadonlySet<string>;
  readonly audience: "customer" | "internal";
  /** The team of the message's request; null without one. */
  readonly teamId: string | null;
  readonly revision: number;
  readonly isDeleted: boolean;
};

/**
 * The one visibility rule: the revision of a message that a point of view sees, or null where the message does not
 * exist for it (P1–P7).
 *
 * - A message exists for a party if and only if the party's list has an entry for it.
 * - A group's list counts for its members only while the group takes part.
 * - Roles and rules grant the organization's own members more (`grantsSight`).
 * - A party that left before an edit or a deletion keeps the revision it had (P2).
 *
 * The SQL twin is `seenRevision` in server/pov/visibility.ts; a test holds the two equal.
 */
export function seenRevision(pov: Pov, message: MessageStanding): number | null {
  const revision = grantsSight(pov, message) ? message.revision : listedRevision(pov, message);
  if (revision === null) return null;
  return message.isDeleted && revision >= message.revision ? null : revision;
}

/** Whether a point of view sees some revision of a message. */
export function canSee(pov: Pov, message: MessageStanding): boolean {
  return seenRevision(pov, message) !== null;
}

/** Whether a role (P5) or the organization's rule (P6) lets one of its own members see this. Never true for others. */
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
