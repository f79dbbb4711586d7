import type { MarkRead } from "@/contract/inputs/conversation";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { afterEvent } from "@/domain/request/afterEvent";
import type { Deps } from "../../deps";
import { storedOrdinal } from "../../pov/povOrdinals";
import { requestChanges } from "../../request/changes/requestChanges";
import { sequenceEntries } from "../../request/changes/sequenceEntries";
import { loadRequest } from "../../request/load/loadRequest";
import type { Entry } from "../../writer/changes";
import { commit, decideAndCommit } from "../../writer/commit";
import { composeChanges } from "../../writer/composeChanges";
import { loadInteraction } from "../load/loadInteraction";

/**
 * Remembers how far a member has read, by the ordinals that they were told: never backwards, and never beyond what they
 * have. When the rep who has the request reads for the first time, that is its pick-up. Reading by privilege leaves no
 * mark.
 *
 * @throws DomainError `not_found`
 */
export async function markRead(pov: Pov, input: MarkRead, deps: Deps): Promise<void> {
  const interaction = await loadInteraction(pov, input.interactionId, deps);
  if (interaction === null || interaction.viewer === "invited") throw new DomainError("not_found");
  if (interaction.viewer === "privileged") return;
  const ordinal = await storedOrdinal(pov, { interactionId: interaction.id, counted: input.ordinal }, deps);
  await storeRead(pov, [{ interactionId: interaction.id, ordinal }], deps);
  const { sequenceId } = interaction;
  if (interaction.audience !== "customer" || sequenceId === null || interaction.viewer !== "taking_part") return;
  await decideAndCommit(async () => {
    const loaded = await loadRequest(sequenceId, deps);
    if (!loaded || loaded.request.assigned_to_id !== pov.partyId || loaded.facts.pickedUpAtMs !== null) return null;
    const now = deps.clock.now();
    const after = afterEvent(loaded.facts, { type: "picked_up" }, loaded.settings, now.getTime());
    return composeChanges(
      { at: now, organizationId: pov.organizationId },
      requestChanges(loaded, after, now, deps.newId),
      { entries: sequenceEntries(loaded) },
    );
  }, deps);
}

/**
 * Stores how far a party has read, never backwards. If that includes unread messages of others, an entry on the party's
 * list tells all its streams, so that its other tabs no longer count them.
 */
export async function storeRead(
  pov: Pov,
  marks: readonly { interactionId: string; ordinal: number }[],
  deps: Deps,
): Promise<void> {
  const { partyId, organizationId } = pov;
  const at = deps.clock.now();
  const { rows } = await deps.pool.query<{ interaction_id: string }>({
    name: "store_read",
    text: STORE_READ,
    values: [
      partyId,
      organizationId,
      at,
      marks.map(({ interactionId }) => interactionId),
      marks.map(({ ordinal }) => ordinal),
    ],
  });
  if (rows.length === 0) return;
  const entries = rows.map(({ interaction_id }): Entry => ({ list: partyId, kind: "interaction", interaction_id }));
  await commit(composeChanges({ at, organizationId }, { entries }), deps);
}

/** Returns the interactions in which a message of somebody else is now read that was unread before. */
const STORE_READ = `
  with asked as (
      select a.interaction_id, a.ordinal, coalesce(x.ordinal, 0) as before
      from unnest($4::uuid[], $5::int[]) as a (interaction_id, ordinal)
        left join pov_read x on x.party_id = $1 and x.interaction_id = a.interaction_id
    ), stored as (
      insert into pov_read as r (party_id, interaction_id, organization_id, ordinal, read_at)
      select $1, interaction_id, $2, ordinal, $3 from asked
      on conflict (party_id, interaction_id) do update set ordinal = excluded.ordinal, read_at = excluded.read_at
        where r.ordinal < excluded.ordinal
      returning interaction_id
    )
  select a.interaction_id from asked a join stored using (interaction_id)
  where exists (select 1 from message m where m.interaction_id = a.interaction_id and m.ordinal > a.before
    and m.ordinal <= a.ordinal and m.author_id <> $1)
  order by a.interaction_id`;
