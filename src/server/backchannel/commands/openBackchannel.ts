import type { OpenBackchannel } from "@/contract/inputs/backchannel";
import { backchannelRefusal } from "@/domain/backchannel/audience";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { subjectOf } from "@/domain/request/subjectOf";
import { newParticipation } from "../../conversation/changes/newParticipation";
import { currentParties } from "../../conversation/load/currentParties";
import { type InteractionStanding, loadInteraction } from "../../conversation/load/loadInteraction";
import { onceForClientId } from "../../conversation/load/sentAgain";
import type { Deps } from "../../deps";
import { knownCategory } from "../../organization/load/knownCategory";
import { idToLookUp } from "../../pov/idToLookUp";
import type { Changes, Entry } from "../../writer/changes";
import { decideAndCommit } from "../../writer/commit";
import { composeChanges } from "../../writer/composeChanges";
import { excerptPost } from "../load/excerptPost";
import { type Invitee, loadInvitees } from "../load/loadInvitees";

/**
 * Opens a backchannel from an interaction in which the member takes part (O3, C6), and invites teams and reps. It gets
 * nothing of the parent but what is shared on purpose (P4). Nobody outside learns of it (P3). The same client id again
 * returns the same backchannel.
 *
 * @throws DomainError `not_found`, `not_participating`, `nobody_included`, `nobody_left_out`, `invalid_input`,
 * `client_id_reused`
 */
export function openBackchannel(pov: Pov, input: OpenBackchannel, deps: Deps): Promise<{ interactionId: string }> {
  return onceForClientId(
    { authorId: pov.partyId, clientId: input.clientId },
    {
      act: () => openNew(pov, input, deps),
      isSame: async ({ interactionId, body }) =>
        body === input.question && (await isOpenedAs(interactionId, pov, input, deps)),
      again: ({ interactionId }) => ({ interactionId }),
    },
    deps,
  );
}

async function openNew(pov: Pov, input: OpenBackchannel, deps: Deps): Promise<{ interactionId: string } | null> {
  const interactionId = deps.newId();
  const outcome = await decideAndCommit(async () => {
    const parent = await loadInteraction(pov, input.parentId, deps);
    if (parent === null) throw new DomainError("not_found");
    if (parent.viewer !== "taking_part") throw new DomainError("not_participating");
    const invitees = await loadInvitees(pov, [...input.teamIds, ...input.repIds], deps);
    const parentParties = await currentParties(parent.id, deps);
    const refusal = backchannelRefusal({
      parentPartyIds: parentParties.map(({ id }) => id),
      partyIds: [pov.partyId, ...invitees.map(({ id }) => id)],
    });
    if (refusal) throw new DomainError(refusal);
    return openingChanges(pov, input, interactionId, parent, invitees, deps);
  }, deps);
  return outcome?.outcome === "duplicate" ? null : { interactionId };
}

async function openingChanges(
  pov: Pov,
  input: OpenBackchannel,
  interactionId: string,
  parent: InteractionStanding,
  invitees: readonly Invitee[],
  deps: Deps,
): Promise<Changes> {
  const now = deps.clock.now();
  const configuration = await deps.configurations.of(pov.organizationId);
  const interaction = { id: interactionId, organization_id: pov.organizationId };
  const excerpt = await excerptPost(pov, input, { interactionId, parent }, deps);
  const parties = [pov.partyId, ...invitees.map(({ id }) => id)];
  return composeChanges(
    { at: now, organizationId: pov.organizationId },
    {
      interaction: [
        {
          ...interaction,
          conversation_id: parent.conversationId,
          sequence_id: parent.sequenceId,
          origin_sequence_id: null,
          parent_id: parent.id,
          audience: "internal",
          opened_by_id: pov.partyId,
          name: input.name || subjectOf(input.question),
          category_id: knownCategory(input.categoryId, configuration)?.id ?? null,
          tags: [],
          metadata: {},
          encryption: "transport",
          opened_outside_at: null,
          last_ordinal: 0,
          last_message_at: null,
          started_at: now,
          ended_at: null,
          deactivated_at: null,
        },
      ],
      participation: [
        newParticipation({ id: deps.newId(), interaction, partyId: pov.partyId, role: "member", fromAt: now }),
        ...invitees.map((invitee) =>
          newParticipation({
            id: deps.newId(),
            interaction,
            partyId: invitee.id,
            role: "specialist",
            fromAt: invitee.isAdmittedWithoutAsking ? now : null,
            invitedAt: now,
            invitedById: pov.partyId,
            note: input.question,
          }),
        ),
      ],
      posts: [
        ...(excerpt ? [excerpt] : []),
        {
          id: deps.newId(),
          interaction_id: interactionId,
          author_id: pov.partyId,
          alias_name: parent.authorName,
          alias_picture: null,
          kind: "text",
          carrier: "web_chat",
          body: input.question,
          client_id: input.clientId,
        },
      ],
      entries: parties.map((list): Entry => ({ list, kind: "interaction", interaction_id: interactionId })),
    },
  );
}

/** Whether a stored interaction is the backchannel asked for: the same parent, guests, name, category and excerpt. */
async function isOpenedAs(interactionId: string, pov: Pov, input: OpenBackchannel, deps: Deps): Promise<boolean> {
  const { parentId, teamIds, repIds } = input;
  const stored = await deps.db
    .selectFrom("interaction")
    .innerJoin("participation", "participation.interaction_id", "interaction.id")
    .select(["interaction.parent_id", "interaction.name", "interaction.category_id", "participation.party_id"])
    .where("interaction.id", "=", interactionId)
    .where("interaction.opened_by_id", "=", pov.partyId)
    .whereRef("participation.invited_at", "=", "interaction.started_at")
    .where("participation.invited_by_id", "=", pov.partyId)
    .execute();
  // These ids are only compared, never looked up, so they need not be of the organization.
  const asked = new Set([...teamIds, ...repIds].map((id) => idToLookUp(id).toLowerCase()));
  const askedParentId = idToLookUp(parentId).toLowerCase();
  const askedName = input.name || subjectOf(input.question);
  const askedCategoryId = input.categoryId ? idToLookUp(input.categoryId).toLowerCase() : null;
  const isSame = stored.every(
    (each) =>
      each.parent_id === askedParentId &&
      each.name === askedName &&
      each.category_id === askedCategoryId &&
      asked.has(each.party_id),
  );
  return stored.length === asked.size && isSame && (await isSharedAs(interactionId, askedParentId, input, deps));
}

/** Whether the stored excerpt has the shared messages. It is a frozen copy without ids, so their times are compared. */
async function isSharedAs(
  interactionId: string,
  parentId: string,
  { sharedMessageIds, sharesCustomerName }: OpenBackchannel,
  { pool }: Deps,
): Promise<boolean> {
  const { rows } = await pool.query<{ is_same: boolean }>(
    `select coalesce((e.content ->> 'customerName') is not null, false) = $4
        and coalesce(jsonb_array_length(e.content -> 'lines'), 0) = cardinality($3::uuid[])
        and not exists (select 1 from unnest($3::uuid[]) shared (id)
          left join message m on m.id = shared.id and m.interaction_id = $2
          where m.id is null or not exists (select 1 from jsonb_array_elements(e.content -> 'lines') line
            where date_trunc('milliseconds', m.sent_at) = (line ->> 'sentAt')::timestamptz)) as is_same
      from interaction i left join message e on e.interaction_id = i.id and e.kind = 'excerpt' and e.sent_at = i.started_at
      where i.id = $1`,
    [interactionId, parentId, [...new Set(sharedMessageIds.map(idToLookUp))], sharesCustomerName],
  );
  return rows[0]?.is_same ?? false;
}
