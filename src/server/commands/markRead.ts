import { z } from "zod";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { afterEvent } from "@/domain/request/afterEvent";
import type { Deps } from "../deps";
import { loadInteraction } from "../queries/loadInteraction";
import { loadRequest } from "../queries/loadRequest";
import { storedOrdinal } from "../queries/povOrdinals";
import { unverifiedId } from "../queries/unverifiedId";
import { decideAndCommit } from "./commit";
import { requestChanges } from "./requestChanges";
import { sequenceEntries } from "./sequenceEntries";

export const MarkRead = z.object({ interactionId: unverifiedId("interaction"), ordinal: z.int().min(0) });

/**
 * Remembers how far a member has read, by the ordinals that they were told; never backwards, nor beyond what they have. The first look of the rep who has the request is its pick-up.
 * Looking by privilege leaves no mark.
 *
 * @throws DomainError `not_found`
 */
export async function markRead(pov: Pov, input: z.infer<typeof MarkRead>, deps: Deps): Promise<void> {
  const interaction = await loadInteraction(pov, input.interactionId, deps);
  if (interaction === null || interaction.viewer === "invited") throw new DomainError("not_found");
  if (interaction.viewer === "privileged") return;
  await storeRead(
    pov.partyId,
    pov.organizationId,
    interaction.id,
    await storedOrdinal(pov, { interactionId: interaction.id, counted: input.ordinal }, deps),
    deps,
  );
  const { sequenceId } = interaction;
  if (interaction.audience !== "customer" || sequenceId === null || interaction.viewer !== "taking_part") return;
  await decideAndCommit(async () => {
    const loaded = await loadRequest(sequenceId, deps);
    if (!loaded || loaded.request.assigned_to_id !== pov.partyId || loaded.facts.pickedUpAtMs !== null) return null;
    const now = deps.clock.now();
    const after = afterEvent(loaded.facts, { type: "picked_up" }, loaded.settings, now.getTime());
    return {
      at: now,
      organizationId: pov.organizationId,
      ...requestChanges(loaded, after, now, deps.newId),
      entries: sequenceEntries(loaded),
    };
  }, deps);
}

/** Stores how far a party has read an interaction. */
export async function storeRead(
  partyId: string,
  organizationId: string,
  interactionId: string,
  ordinal: number,
  { db, clock }: Deps,
): Promise<void> {
  await db
    .insertInto("pov_read")
    .values({
      party_id: partyId,
      interaction_id: interactionId,
      organization_id: organizationId,
      ordinal,
      read_at: clock.now(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(["party_id", "interaction_id"])
        .doUpdateSet({ ordinal, read_at: clock.now() })
        .where("pov_read.ordinal", "<", ordinal),
    )
    .execute();
}
