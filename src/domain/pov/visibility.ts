import { grantsSight } from "./grantsSight";
import type { Pov } from "./pov";

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

function listedRevision(pov: Pov, message: MessageStanding): number | null {
  const lists = [pov.partyId, ...pov.groupIds.filter((id) => message.currentPartyIds.has(id))];
  const revisions = lists.flatMap((id) => message.revisionInList.get(id) ?? []);
  return revisions.length === 0 ? null : Math.max(...revisions);
}
