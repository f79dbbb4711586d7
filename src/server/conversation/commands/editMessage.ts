import type { EditMessage, RemoveMessage } from "@/contract/inputs/conversation";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { afterEvent } from "@/domain/request/afterEvent";
import { withoutReply } from "@/domain/request/owedAnswer";
import { underPolicy } from "@/domain/request/underPolicy";
import type { Deps } from "../../deps";
import { idToLookUp } from "../../pov/idToLookUp";
import { takesPartNow } from "../../pov/takesPartNow";
import { requestChanges } from "../../request/changes/requestChanges";
import { customerEntry, sequenceEntries } from "../../request/changes/sequenceEntries";
import { type LoadedRequest, loadRequest } from "../../request/load/loadRequest";
import { messagesOf } from "../../request/split/partingMessages";
import type { Changes, PartOfChanges } from "../../writer/changes";
import { commitUnlessRaced, decideAndCommit } from "../../writer/commit";
import { composeChanges, composePart } from "../../writer/composeChanges";

type OwnMessage = {
  id: string;
  interaction_id: string;
  revision: number;
  body: string;
  /** The sequence in which it is a reply to the customer; null for an internal message. */
  replied_in: string | null;
};
type NewWords = { body: string; deleted_at: Date | null };

/**
 * Changes the text of the author's own message. Current participants see the new text; a party who left before keeps
 * the earlier one (P2). The same text changes nothing.
 *
 * @throws DomainError `not_found` if the message is not theirs or they no longer take part; `stale_version`
 */
export async function editMessage(pov: Pov, input: EditMessage, deps: Deps): Promise<void> {
  const message = await loadOwnMessage(pov, input.messageId, deps);
  if (message.body === input.body) return;
  await commitRevision(pov, message, { body: input.body, deleted_at: null }, deps);
}

/**
 * Removes the author's own message for all current participants. A customer who then has no answer waits for one again.
 *
 * @throws DomainError `not_found`, `stale_version`
 */
export async function removeMessage(pov: Pov, input: RemoveMessage, deps: Deps): Promise<void> {
  const message = await loadOwnMessage(pov, input.messageId, deps);
  const words = { body: "", deleted_at: deps.clock.now() };
  const { replied_in: sequenceId } = message;
  if (sequenceId === null) return commitRevision(pov, message, words, deps);
  await decideAndCommit(async () => {
    const loaded = await loadRequest(sequenceId, deps);
    if (!loaded) throw new DomainError("not_found");
    return composeChanges(revisionOf(pov, message, words, deps), await unansweredChanges(loaded, message, deps));
  }, deps);
  await decideAndCommit(() => answeredChanges(pov, sequenceId, deps), deps);
}

/**
 * A reply that was posted at the same moment found nobody waiting. If it is the last word, the customer waits no
 * longer.
 */
async function answeredChanges(pov: Pov, sequenceId: string, deps: Deps): Promise<Changes | null> {
  const loaded = await loadRequest(sequenceId, deps);
  if (!loaded || loaded.facts.waitingSinceMs === null) return null;
  const last = (await messagesOf(loaded, deps)).findLast(({ isSpoken }) => isSpoken);
  if (!last || last.isFromCustomer) return null;
  const now = deps.clock.now();
  const after = afterEvent(loaded.facts, { type: "rep_reply" }, loaded.settings, last.sentAt.getTime());
  return composeChanges(
    { at: now, organizationId: pov.organizationId },
    requestChanges(loaded, after, now, deps.newId),
    { entries: [...sequenceEntries(loaded), customerEntry(loaded)] },
  );
}

async function unansweredChanges(loaded: LoadedRequest, { id }: OwnMessage, deps: Deps): Promise<PartOfChanges> {
  const spoken = (await messagesOf(loaded, deps)).filter((each) => each.isSpoken && each.id !== id);
  const written = spoken.map(({ isFromCustomer, sentAt }) => ({ isFromCustomer, sentAtMs: sentAt.getTime() }));
  const after = withoutReply(loaded.facts, written);
  if (after === loaded.facts) return composePart();
  const now = deps.clock.now();
  return composePart(
    // A new promise of an answer, counted from when they began to wait.
    requestChanges(loaded, underPolicy(after, loaded.settings, now.getTime()), now, deps.newId),
    { entries: [...sequenceEntries(loaded, { state: after.sequenceState }), customerEntry(loaded)] },
  );
}

async function commitRevision(pov: Pov, message: OwnMessage, words: NewWords, deps: Deps): Promise<void> {
  const { outcome } = await commitUnlessRaced(revisionOf(pov, message, words, deps), deps);
  if (outcome === "stale") throw new DomainError("stale_version");
}

function revisionOf(pov: Pov, { id, interaction_id, revision }: OwnMessage, words: NewWords, deps: Deps): Changes {
  return composeChanges(
    { at: deps.clock.now(), organizationId: pov.organizationId },
    { editMessage: [{ id, interaction_id, revision, ...words }] },
  );
}

async function loadOwnMessage(pov: Pov, messageId: UnverifiedId<"message">, deps: Deps): Promise<OwnMessage> {
  const { rows } = await deps.pool.query<OwnMessage>(
    `select m.id, m.interaction_id, m.revision, m.body, case when i.audience = 'customer' then i.sequence_id end as replied_in
     from message m join interaction i on i.id = m.interaction_id
     where m.id = $1 and m.author_id = $2 and m.deleted_at is null and m.kind = 'text'
       and exists (select 1 from participation o where o.interaction_id = m.interaction_id and o.party_id = $2
         and ${takesPartNow("o")})`,
    [idToLookUp(messageId), pov.partyId],
  );
  const message = rows[0];
  if (!message) throw new DomainError("not_found");
  return message;
}
