import type { MessagesAsked } from "@/contract/inputs/conversation";
import type { ExcerptLine, MessagePage, MessageView } from "@/contract/views/conversationViews";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { storedOrdinal } from "../../pov/povOrdinals";
import { presentPosition } from "../../pov/presentPosition";
import { type VisibleMessage, visibleMessages } from "../../pov/visibleMessages";
import { loadInteraction } from "../load/loadInteraction";

/** One page of an interaction's messages, oldest first, as `pov` sees them. @throws DomainError `not_found` */
export async function messagePage(pov: Pov, asked: MessagesAsked, deps: Deps): Promise<MessagePage> {
  const limit = asked.limit ?? 50;
  const interaction = await loadInteraction(pov, asked.interactionId, deps);
  if (interaction === null || interaction.viewer === "invited") throw new DomainError("not_found");
  const asOf = await presentPosition(pov, deps);
  const { beforeOrdinal } = asked;
  const interactionId = interaction.id;
  const upToOrdinal =
    beforeOrdinal === undefined
      ? undefined
      : await storedOrdinal(pov, { interactionId, counted: beforeOrdinal - 1 }, deps);
  const found = await visibleMessages(
    pov,
    { interactionId, limit: limit + 1, ...(upToOrdinal === undefined ? {} : { upToOrdinal }) },
    deps,
  );
  const page = found.length > limit ? found.slice(1) : found;
  return {
    interactionId,
    messages: page.map((each) => messageView(each, pov)),
    hasEarlier: found.length > limit,
    asOf,
  };
}

/** A message as members see it. */
export function messageView(message: VisibleMessage, pov: Pov): MessageView {
  return {
    id: message.id,
    interactionId: message.interaction_id,
    ordinal: message.ordinal,
    clientId: message.client_id,
    author: { id: message.author_id, kind: message.author_kind, name: message.author_name },
    aliasName: message.alias_name,
    isMine: message.author_id === pov.partyId,
    kind: message.kind,
    body: message.body,
    excerpt: message.kind === "excerpt" ? excerptOf(message.content) : null,
    feedback: message.kind === "feedback" ? String(message.content.code) : null,
    sentAt: message.sent_at,
    editedAt: message.edited_at,
  };
}

type StoredExcerpt = { customerName: string | null; lines: (Omit<ExcerptLine, "sentAt"> & { sentAt: string })[] };

function excerptOf(content: Record<string, unknown>): NonNullable<MessageView["excerpt"]> {
  const { customerName, lines } = content as StoredExcerpt;
  return { customerName, lines: lines.map((line) => ({ ...line, sentAt: new Date(line.sentAt) })) };
}
