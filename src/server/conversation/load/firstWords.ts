import { type RawBuilder, sql } from "kysely";
import { FIRST_MESSAGES_MAX, firstWords } from "@/domain/classifier/text/firstWords";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { seenRevision } from "../../pov/visibility";

/**
 * What the customer wrote first in their interaction (`firstWords`), in its present text and without removed messages.
 */
export async function loadFirstWords(interactionId: string, { db }: Deps): Promise<string> {
  const spoken = await db
    .selectFrom("message")
    .innerJoin("party", "party.id", "message.author_id")
    .select(["message.body", "party.kind"])
    .where("message.interaction_id", "=", interactionId)
    .where("message.deleted_at", "is", null)
    .where("message.kind", "=", "text")
    .orderBy("message.ordinal")
    .limit(FIRST_MESSAGES_MAX)
    .execute();
  return firstWords(spoken.map(({ body, kind }) => ({ body, isFromCustomer: kind === "contact" })));
}

/**
 * SQL: whether `pov` sees all that the customer wrote first in `i` (`firstWords`): the first message, and all others of
 * theirs before the first answer. A viewer who misses one of them is shown nothing that is derived from them (P2).
 */
export function seesFirstWords(pov: Pov): RawBuilder<boolean> {
  return sql<boolean>`(exists (select 1 from message m
      where m.interaction_id = i.id and m.ordinal = 1 and ${seenRevision(pov)} is not null)
    and not exists (select 1 from message m join party author on author.id = m.author_id
      where m.interaction_id = i.id and m.kind = 'text' and author.kind = 'contact'
        and m.ordinal < coalesce((select answer.ordinal from message answer join party other on other.id = answer.author_id
          where answer.interaction_id = i.id and answer.kind = 'text' and other.kind <> 'contact'
          order by answer.ordinal limit 1), ${AFTER_ALL})
        and ${seenRevision(pov)} is null))`;
}

/** Greater than every ordinal: without an answer, everything that the customer wrote counts. */
const AFTER_ALL = sql`9223372036854775807`;
