import { sql } from "kysely";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { idToLookUp } from "../../pov/idToLookUp";
import { lookAt, type Sighted, tracedRows } from "../../pov/tracedRows";

/**
 * Refuses to change a field that somebody else has changed since it was seen, unless both want the same value. Changes
 * of different fields never conflict.
 *
 * @throws DomainError `changed_meanwhile` with the field and its present value
 */
export function refuseConflict<Value>(
  field: string,
  { seen, wanted, present }: { seen: Value; wanted: Value; present: Value },
): void {
  if (present === seen || present === wanted) return;
  throw new DomainError("changed_meanwhile", { field, present });
}

/** Makes a change. If it is refused with the value that somebody else has set, that is a look at the request (P12). */
export async function tracingConflicts<Result>(
  pov: Pov,
  sequenceId: UnverifiedId<"sequence">,
  change: () => Promise<Result>,
  deps: Deps,
): Promise<Result> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof DomainError && error.code === "changed_meanwhile") await traceLook(pov, sequenceId, deps);
    throw error;
  }
}

async function traceLook(pov: Pov, sequenceId: UnverifiedId<"sequence">, deps: Deps): Promise<void> {
  await tracedRows(
    pov,
    sql<Sighted>`select ${lookAt(pov)} as look from request r join interaction i on i.id = r.interaction_id
      where r.sequence_id = ${idToLookUp(sequenceId)} and r.organization_id = ${pov.organizationId}`,
    deps,
  );
}
