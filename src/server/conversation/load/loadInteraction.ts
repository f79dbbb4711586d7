import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { aliasOf } from "@/domain/pov/alias";
import { grantsSight } from "@/domain/pov/grantsSight";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { idToLookUp } from "../../pov/idToLookUp";
import type { StandingRow } from "./interactionStandings";

/** An interaction, and how a point of view stands in it. */
export type InteractionStanding = {
  readonly id: string;
  readonly organizationId: string;
  readonly conversationId: string;
  readonly sequenceId: string | null;
  readonly parentId: string | null;
  readonly audience: "customer" | "internal";
  readonly openedById: string;
  readonly lastOrdinal: number;
  readonly isEnded: boolean;
  readonly viewer: "taking_part" | "invited" | "took_part" | "group" | "privileged";
  /** The viewer's own open participation or invitation. */
  readonly participationId: string | null;
  readonly authorId: string;
  readonly authorName: string;
  /** How the viewer appears to the other side (P8). */
  readonly aliasName: string;
  readonly aliasPicture: string | null;
};

/** The interaction and how `pov` stands in it; null if it is hidden from `pov` or missing. */
export async function loadInteraction(
  pov: Pov,
  interactionId: UnverifiedId<"interaction">,
  deps: Deps,
): Promise<InteractionStanding | null> {
  const row = await deps.interactionStandings({ pov, interactionId: idToLookUp(interactionId) });
  const viewer = row ? viewerOf(pov, row) : null;
  if (!row || viewer === null) return null;
  const alias = aliasOf(
    { publicName: row.public_name, picture: row.picture },
    { showsRepsAs: row.shows_reps_as, alias: { name: row.org_alias, picture: row.org_picture } },
  );
  return {
    id: row.id,
    organizationId: row.organization_id,
    conversationId: row.conversation_id,
    sequenceId: row.sequence_id,
    parentId: row.parent_id,
    audience: row.audience,
    openedById: row.opened_by_id,
    lastOrdinal: row.last_ordinal,
    isEnded: row.is_ended,
    viewer,
    participationId: row.participation_id,
    authorId: pov.partyId,
    authorName: row.name,
    aliasName: alias.name,
    aliasPicture: alias.picture,
  };
}

function viewerOf(pov: Pov, row: StandingRow): InteractionStanding["viewer"] | null {
  if (row.takes_part) return "taking_part";
  const of = { organizationId: row.organization_id, audience: row.audience, teamId: row.team_id };
  const isGranted = grantsSight(pov, of);
  // A member who sees a customer's interaction by right, or from before they left, still sees it while invited to it.
  if (row.is_invited && !(row.audience === "customer" && (isGranted || row.took_part))) return "invited";
  if (row.group_takes_part) return "group";
  if (isGranted) return "privileged";
  return row.took_part ? "took_part" : null;
}
