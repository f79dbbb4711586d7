import { sql } from "kysely";
import type { SetAvailability } from "@/contract/inputs/organization";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";

/**
 * Sets whether a rep is on duty (R10), and ends an absence that Parley noted. If the rep comes on duty, the same
 * transaction starts the drain of their teams' queues.
 *
 * @throws DomainError `not_found` if the member is no rep
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
