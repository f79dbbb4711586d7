import { z } from "zod";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { writtenText } from "@/domain/text/inputText";
import type { Deps } from "../deps";
import { idToLookUp, type UnverifiedId, unverifiedId } from "../queries/unverifiedId";
import { commitUnlessRaced } from "./commit";
import { MEMBER_BODY_LENGTH_MAX } from "./postMessage";

export const EditMessage = z.object({
  messageId: unverifiedId("message"),
  body: writtenText(MEMBER_BODY_LENGTH_MAX),
});
export const RemoveMessage = z.object({ messageId: unverifiedId("message") });

type OwnMessage = { id: string; interaction_id: string; revision: number; body: string };
type NewWords = { body: string; deleted_at: Date | null };

/**
 * Changes what one wrote. Those who take part now see the new words; who left before keeps the earlier ones (P2).
 *
 * @throws DomainError `not_found` for a message that is not one's own, or once one takes part no more; `stale_version`
 */
export async function editMessage(pov: Pov, input: z.infer<typeof EditMessage>, deps: Deps): Promise<void> {
  const message = await loadOwnMessage(pov, input.messageId, deps);
  if (message.body === input.body) return;
  await commitRevision(pov, message, { body: input.body, deleted_at: null }, deps);
}

/** Takes back what one wrote, from everybody who takes part now. @throws DomainError `not_found`, `stale_version` */
export async function removeMessage(pov: Pov, input: z.infer<typeof RemoveMessage>, deps: Deps): Promise<void> {
  const message = await loadOwnMessage(pov, input.messageId, deps);
  await commitRevision(pov, message, { body: "", deleted_at: deps.clock.now() }, deps);
}

async function commitRevision(
  pov: Pov,
  { id, interaction_id, revision }: OwnMessage,
  words: NewWords,
  deps: Deps,
): Promise<void> {
  const { outcome } = await commitUnlessRaced(
    {
      at: deps.clock.now(),
      organizationId: pov.organizationId,
      editMessage: [{ id, interaction_id, revision, ...words }],
    },
    deps,
  );
  if (outcome === "stale") throw new DomainError("stale_version");
}

async function loadOwnMessage(pov: Pov, messageId: UnverifiedId<"message">, deps: Deps): Promise<OwnMessage> {
  const { rows } = await deps.pool.query<OwnMessage>(
    `select m.id, m.interaction_id, m.revision, m.body
     from message m
     where m.id = $1 and m.author_id = $2 and m.deleted_at is null and m.kind = 'text'
       and exists (select 1 from participation o where o.interaction_id = m.interaction_id and o.party_id = $2
         and o.from_at is not null and o.until_at is null)`,
    [idToLookUp(messageId), pov.partyId],
  );
  const message = rows[0];
  if (!message) throw new DomainError("not_found");
  return message;
}
