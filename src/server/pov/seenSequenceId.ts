import { sql } from "kysely";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import type { Pov } from "@/domain/pov/pov";
import { preparedRows } from "../db/preparedRows";
import type { Deps } from "../deps";
import { idToLookUp } from "./idToLookUp";
import { knowsInteraction } from "./visibility";

/**
 * The id of a sequence if `pov` knows it, else null. Ask before reading anything else of the sequence, so that a hidden
 * one costs the same work as a missing one.
 */
export async function seenSequenceId(
  pov: Pov,
  sequenceId: UnverifiedId<"sequence">,
  deps: Pick<Deps, "db" | "pool">,
): Promise<string | null> {
  const rows = await preparedRows(
    sql<{ id: string }>`
    select r.sequence_id as id from request r join interaction i on i.id = r.interaction_id
    where r.sequence_id = ${idToLookUp(sequenceId)} and r.organization_id = ${pov.organizationId} and ${knowsInteraction(pov)}`,
    deps,
  );
  return rows[0]?.id ?? null;
}
