import { sql } from "kysely";
import type { SetAvailability } from "@/contract/inputs/organization";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";

/**
 * A rep says whether they are on duty (R10), which ends an absence that Parley found. Whoever comes on duty looks for
 * waiting work in the same transaction.
 */
export async function setAvailability(pov: Pov, { availability }: SetAvailability, deps: Deps) {
  const now = deps.clock.now();
  const changed = await deps.db.transaction().execute(async (tx) => {
    const load = await tx
      .updateTable("rep_load")
      .set({ availability, availability_since: now })
      .where("rep_id", "=", pov.partyId)
      .returning(["availability", "used", "capacity"])
      .executeTakeFirst();
    if (!load) throw new DomainError("not_found");
    await tx
      .updateTable("automatic_absence")
      .set({ ended_at: now })
      .where("rep_id", "=", pov.partyId)
      .where("ended_at", "is", null)
      .execute();
    if (availability === "available" || availability === "on_call") {
      const payload = JSON.stringify({ repId: pov.partyId });
      await sql`select graphile_worker.add_job('drainForRep', ${payload}::json, job_key := ${`drain:${pov.partyId}`}, run_at := ${now})`.execute(
        tx,
      );
    }
    return load;
  });
  deps.bell.ring([pov.partyId]);
  return changed;
}
