import type { PostMessage } from "@/contract/inputs/conversation";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { afterEvent } from "@/domain/request/afterEvent";
import type { RequestFacts } from "@/domain/request/requestFacts";
import type { SequenceState } from "@/domain/request/sequenceState";
import type { Deps } from "../../deps";
import { idToLookUp } from "../../pov/idToLookUp";
import { closingChanges } from "../../request/changes/closingChanges";
import { closingToKeep } from "../../request/changes/keptClosing";
import { requestChanges } from "../../request/changes/requestChanges";
import { sequenceEntries } from "../../request/changes/sequenceEntries";
import { type LoadedRequest, loadRequest } from "../../request/load/loadRequest";
import type { Changes, Post } from "../../writer/changes";
import { decideAndCommit } from "../../writer/commit";
import { composeChanges } from "../../writer/composeChanges";
import { type InteractionStanding, loadInteraction } from "../load/loadInteraction";
import { type Asked, contentOfSent, isAskedAgain, onceForClientId } from "../load/sentAgain";

/**
 * Posts a member's message into an interaction in which they take part. A message to a customer is a reply: it ends the
 * wait, meets the reply clocks, and may set the state of the sequence in the same commit. The same client id again
 * returns the same message.
 *
 * @throws DomainError `not_found`, `not_participating`, `audience_mismatch`, `sequence_closed`, `interaction_ended`,
 * `client_id_reused`
 */
export function postMessage(pov: Pov, input: PostMessage, deps: Deps): Promise<{ messageId: string }> {
  return onceForClientId(
    { authorId: pov.partyId, clientId: input.clientId },
    {
      act: () => postNew(pov, input, deps),
      isSame: (stored) =>
        stored.interactionId === idToLookUp(input.interactionId).toLowerCase() &&
        stored.body === input.body &&
        isAskedAgain(stored, asked(input)),
      again: ({ messageId }) => ({ messageId }),
    },
    deps,
  );
}

/** What a client id stands for besides the interaction and the text. */
function asked({ expectedAudience, thenState }: PostMessage): Asked {
  return { expectedAudience, thenState: thenState ?? null };
}

async function postNew(pov: Pov, input: PostMessage, deps: Deps): Promise<{ messageId: string } | null> {
  const messageId = deps.newId();
  const outcome = await decideAndCommit(async () => {
    const interaction = await loadInteraction(pov, input.interactionId, deps);
    if (interaction === null) throw new DomainError("not_found");
    if (interaction.viewer !== "taking_part") throw new DomainError("not_participating");
    if (interaction.audience !== input.expectedAudience) throw new DomainError("audience_mismatch");
    const post = memberPost(interaction, input, messageId);
    return interaction.audience === "internal" || interaction.sequenceId === null
      ? composeChanges({ at: deps.clock.now(), organizationId: pov.organizationId }, { posts: [post] })
      : replyChanges(pov, interaction.sequenceId, input, post, deps);
  }, deps);
  return outcome?.outcome === "duplicate" ? null : { messageId };
}

function memberPost(interaction: InteractionStanding, input: PostMessage, messageId: string): Post {
  return {
    id: messageId,
    interaction_id: interaction.id,
    author_id: interaction.authorId,
    alias_name: interaction.audience === "customer" ? interaction.aliasName : interaction.authorName,
    alias_picture: interaction.audience === "customer" ? interaction.aliasPicture : null,
    kind: "text",
    carrier: "web_chat",
    body: input.body,
    content: contentOfSent(asked(input)),
    client_id: input.clientId,
  };
}

async function replyChanges(
  pov: Pov,
  sequenceId: string,
  input: PostMessage,
  post: Post,
  deps: Deps,
): Promise<Changes> {
  const loaded = await loadRequest(sequenceId, deps);
  if (!loaded) throw new DomainError("not_found");
  if (loaded.sequence.state === "closed") throw new DomainError("sequence_closed");
  const now = deps.clock.now();
  const after = afterReply(loaded, input.thenState, now);
  const isChanged = after.sequenceState !== loaded.sequence.state;
  const isFirstAnswer = loaded.facts.waitingSinceMs !== null;
  const answered = { ...loaded, request: { ...loaded.request, last_reply_at: now } };
  const closing = after.sequenceState === "closed" ? await closingChanges(answered, pov.partyId, deps) : null;
  const extra = closing && {
    sequence_id: sequenceId,
    before_closing: closingToKeep(afterReply(loaded, undefined, now), loaded, pov.partyId, closing, now),
    bump: true,
  };
  return composeChanges(
    { at: now, organizationId: pov.organizationId },
    requestChanges(loaded, after, now, deps.newId, extra),
    { posts: [post] },
    isChanged ? { entries: sequenceEntries(loaded, { state: after.sequenceState }) } : {},
    isFirstAnswer
      ? {
          answered: [
            {
              contact_id: loaded.request.contact_id,
              rep_id: pov.partyId,
              organization_id: pov.organizationId,
              last_answered_at: now,
            },
          ],
        }
      : {},
    closing ?? {},
  );
}

function afterReply({ facts, settings }: LoadedRequest, thenState: SequenceState | undefined, now: Date): RequestFacts {
  return afterEvent(facts, { type: "rep_reply", thenState }, settings, now.getTime());
}
