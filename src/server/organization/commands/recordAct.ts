import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";

/** Writes an administrative act down (B5); facts are figures and ids, never what anybody wrote. */
export async function recordAct(
  { organizationId, partyId }: Pick<Pov, "organizationId" | "partyId">,
  verb: string,
  facts: Readonly<Record<string, number | string | readonly number[]>>,
  { db, clock, newId }: Deps,
): Promise<void> {
  await db
    .insertInto("audit_entry")
    .values({
      id: newId(),
      organization_id: organizationId,
      actor_id: partyId,
      verb,
      object_kind: "classifier",
      object_id: null,
      facts: JSON.stringify(facts),
      at: clock.now(),
    })
    .execute();
}
