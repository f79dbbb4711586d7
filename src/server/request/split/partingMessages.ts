import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Ending } from "@/domain/request/split/partedFacts";
import type { Deps } from "../../deps";
import { idToLookUp } from "../../pov/idToLookUp";
import { visibleMessages } from "../../pov/visibleMessages";
import { keptClosing } from "../changes/keptClosing";
import type { LoadedRequest } from "../load/loadRequest";

/** A message of a sequence that is split, as stored. */
export type PartingMessage = {
  id: string;
  revision: number;
  ordinal: number;
  body: string;
  sentAt: Date;
  isFromCustomer: boolean;
  /** A person wrote it, not the organization. */
  isSpoken: boolean;
};

/** The messages of a sequence that is split. */
export type Parting = {
  /** The chosen message and those after it, oldest first. A question for a rating stays behind. */
  moved: readonly [PartingMessage, ...PartingMessage[]];
  /** What people wrote before the chosen message. */
  remaining: readonly PartingMessage[];
  /** How the sequence had ended before the chosen message brought it back; null if it had not. */
  ending: Ending | null;
};

type Row = PartingMessage & { kind: string; code: string | null };

/** At most so many messages move at once. */
const MOVED_MAX = 500;

/**
 * The messages of a customer's interaction, divided at a chosen one.
 *
 * @throws DomainError `not_found` if `pov` does not see the message there, `invalid_input` if it is not the customer's
 *   or is their first, `too_many_messages`
 */
export async function partingMessages(
  pov: Pov,
  loaded: LoadedRequest,
  messageId: UnverifiedId<"message">,
  deps: Deps,
): Promise<Parting> {
  const [seen] = await visibleMessages(pov, { messageIds: [idToLookUp(messageId)] }, deps);
  if (seen?.interaction_id !== loaded.interaction.id) throw new DomainError("not_found");
  const rows = await messagesOf(loaded, deps);
  const at = rows.findIndex(({ id }) => id === seen.id);
  const before = rows.slice(0, Math.max(0, at));
  const [chosen, ...following] = rows.slice(at);
  const isFirst = !before.some(({ isFromCustomer, isSpoken }) => isFromCustomer && isSpoken);
  if (at < 0 || chosen === undefined) throw new DomainError("not_found");
  if (!chosen.isFromCustomer || !chosen.isSpoken || isFirst)
    throw new DomainError("invalid_input", { field: "messageId" });
  if (following.length >= MOVED_MAX) throw new DomainError("too_many_messages", { max: MOVED_MAX });
  const remaining = before.filter(({ isSpoken }) => isSpoken);
  return {
    moved: [chosen, ...following.filter(({ kind }) => kind !== "rating_request")],
    remaining,
    ending: endingBefore(loaded, before, chosen),
  };
}

/** All messages of a customer's interaction that are not removed, oldest first. */
export async function messagesOf({ interaction, request }: LoadedRequest, { pool }: Deps): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `select m.id, m.revision, m.ordinal, m.body, m.sent_at as "sentAt", m.author_id = $2 as "isFromCustomer",
       m.kind = 'text' as "isSpoken", m.kind, m.content ->> 'code' as code
     from message m where m.interaction_id = $1 and m.deleted_at is null order by m.ordinal`,
    [interaction.id, request.contact_id],
  );
  return rows;
}

/** Messages in the form in which the domain looks at them. */
export function writtenOf(messages: readonly PartingMessage[]) {
  return messages.map(({ isFromCustomer, sentAt }) => ({ isFromCustomer, sentAtMs: sentAt.getTime() }));
}

/** How the sequence last ended before the chosen message; null if somebody wrote in it or opened it in between. */
function endingBefore(loaded: LoadedRequest, before: readonly Row[], chosen: Row): Ending | null {
  const { request, facts } = loaded;
  const fromMs = chosen.sentAt.getTime();
  const closing = keptClosing(request.before_closing, loaded)?.before ?? null;
  const unanswered = before.filter(({ code }) => code === "retired_no_answer").map(({ sentAt }) => sentAt.getTime());
  const instants = [
    ...(closing === null ? [] : [closing.closedAtMs]),
    ...unanswered,
    ...before.flatMap(({ kind, sentAt }) => (kind === "rating_request" ? sentAt.getTime() : [])),
    ...facts.clocks.flatMap(({ pauses }) =>
      pauses.flatMap(({ reason, fromMs: atMs }) => (reason === "closed" ? atMs : [])),
    ),
  ];
  const atMs = Math.max(0, ...instants.filter((each) => each <= fromMs));
  const lastSaidMs = before.findLast(({ isSpoken }) => isSpoken)?.sentAt.getTime() ?? 0;
  const openedAtMs = request.queued_at.getTime();
  if (atMs === 0 || lastSaidMs > atMs || (openedAtMs > atMs && openedAtMs < fromMs)) return null;
  return {
    atMs,
    reason: unanswered.includes(atMs) ? "no_answer" : "completed",
    closing: closing?.closedAtMs === atMs ? closing : null,
  };
}
