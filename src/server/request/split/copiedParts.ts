import { sql } from "kysely";
import type { Deps } from "../../deps";
import { takesPartNow } from "../../pov/takesPartNow";
import type { ChangeLists } from "../../writer/changes";
import type { LoadedRequest } from "../load/loadRequest";
import type { PartingMessage } from "./partingMessages";

type Copied = Required<Pick<ChangeLists, "participation">> & {
  lists: { id: string; isMember: boolean; afterOrdinal: number }[];
};

/**
 * Copies the parts of all current participants of a sequence to the interaction that its messages move to. Each of them
 * sees as much of the moved messages there as before (P1, P2).
 */
export async function copiedParts(
  { request, interaction, parties }: LoadedRequest,
  interactionId: string,
  moved: readonly PartingMessage[],
  deps: Deps,
): Promise<Copied> {
  const now = deps.clock.now();
  const present = await deps.db
    .selectFrom("participation")
    .selectAll()
    .where("interaction_id", "=", interaction.id)
    .where(sql<boolean>`${sql.raw(takesPartNow("participation"))}`)
    .orderBy("id")
    .execute();
  const parts = present.map((part) => ({
    part,
    afterOrdinal: moved.filter(({ ordinal }) => ordinal <= part.after_ordinal).length,
  }));
  return {
    participation: parts.map(({ part, afterOrdinal }) => ({
      ...part,
      id: deps.newId(),
      interaction_id: interactionId,
      from_at: now,
      after_ordinal: afterOrdinal,
    })),
    lists: parts.map(({ part, afterOrdinal }) => ({
      id: part.party_id,
      isMember: part.party_id !== request.contact_id && parties.some(({ id }) => id === part.party_id),
      afterOrdinal,
    })),
  };
}
