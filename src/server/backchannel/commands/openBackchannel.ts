import type { OpenBackchannel } from "@/contract/inputs/backchannel";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { backchannelRefusal } from "@/domain/backchannel/backchannelRefusal";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { subjectOf } from "@/domain/request/subjectOf";
import { newParticipation } from "../../conversation/changes/newParticipation";
import { currentParties } from "../../conversation/load/currentParties";
import { type InteractionStanding, loadInteraction } from "../../conversation/load/loadInteraction";
import { type Asked, contentOfSent, isAskedAgain, onceForClientId } from "../../conversation/load/sentAgain";
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
      isSame: (stored) => stored.body === input.question && isAskedAgain(stored, asked(input)),
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
          content: contentOfSent(asked(input)),
          client_id: input.clientId,
        },
      ],
      entries: parties.map((list): Entry => ({ list, kind: "interaction", interaction_id: interactionId })),
    },
  );
}

/**
 * What a member asks for besides the question. The same ids in another order ask for the same. They are compared only,
 * never looked up: they need not be of the organization.
 */
function asked(input: OpenBackchannel): Asked {
  const ids = (some: readonly UnverifiedId<string>[]) =>
    [...new Set(some.map((id) => idToLookUp(id).toLowerCase()))].sort().join(" ");
  return {
    parent: ids([input.parentId]),
    name: input.name || null,
    category: input.categoryId ? ids([input.categoryId]) : null,
    invited: ids([...input.teamIds, ...input.repIds]),
    shared: ids(input.sharedMessageIds),
    sharesCustomerName: input.sharesCustomerName,
  };
}
