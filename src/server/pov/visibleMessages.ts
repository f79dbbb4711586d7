import { sql } from "kysely";
import type { Pov } from "@/domain/pov/pov";
import { povOrdinal } from "./povOrdinals";
import { lookAt, type Sighted, type TraceDeps, tracedRows } from "./tracedRows";
import { seenRevision } from "./visibility";

/** A message as a point of view sees it. */
export type VisibleMessage = {
  id: string;
  interaction_id: string;
  /** As `povOrdinal` counts. */
  ordinal: number;
  client_id: string;
  author_id: string;
  author_kind: "rep" | "contact" | "team" | "organization" | "system";
  author_name: string;
  alias_name: string;
  alias_picture: string | null;
  kind: "text" | "note" | "excerpt" | "feedback" | "rating_request";
  body: string;
  content: Record<string, unknown>;
  sent_at: Date;
  edited_at: Date | null;
};

/** `upToOrdinal` is a stored ordinal. */
type Asked = { interactionId?: string; messageIds?: readonly string[]; upToOrdinal?: number; limit?: number };

const MESSAGES_MAX = 1_000;

/**
 * The messages that `pov` sees, in the revision that it sees, oldest first; the latest 1,000 at most. To a party who
 * left before an edit, a message has its earlier text (P2). A hidden message and a missing one both give no row.
 */
export async function visibleMessages(pov: Pov, asked: Asked, deps: TraceDeps): Promise<VisibleMessage[]> {
  const conditions = [
    sql`i.organization_id = ${pov.organizationId}`,
    ...(asked.interactionId === undefined ? [] : [sql`m.interaction_id = ${asked.interactionId}`]),
    ...(asked.messageIds === undefined ? [] : [sql`m.id = any(${asked.messageIds}::uuid[])`]),
    ...(asked.upToOrdinal === undefined ? [] : [sql`m.ordinal <= ${asked.upToOrdinal}`]),
  ];
  return tracedRows(
    pov,
    sql<VisibleMessage & Sighted>`
    select shown.*, ${povOrdinal(pov, sql`shown."storedOrdinal"`)} as ordinal from (
      select m.id, m.interaction_id, m.ordinal as "storedOrdinal", m.client_id, m.author_id, p.kind as author_kind, p.name as author_name,
        m.alias_name, m.alias_picture, m.kind,
        case when v.revision >= m.revision then m.body else old.body end as body,
        case when v.revision >= m.revision then m.content else old.content end as content,
        m.sent_at, ${lookAt(pov)} as look,
        case when v.revision >= m.revision then m.edited_at when v.revision > 1 then old.written_at end as edited_at
      from message m
        join interaction i on i.id = m.interaction_id
        join party p on p.id = m.author_id
        cross join lateral (select ${seenRevision(pov)} as revision) v
        left join message_revision old on old.message_id = m.id and old.revision = v.revision
      where v.revision is not null and ${sql.join(conditions, sql` and `)}
      order by m.ordinal desc
      limit ${Math.min(asked.limit ?? MESSAGES_MAX, MESSAGES_MAX)}
    ) shown join interaction i on i.id = shown.interaction_id
    order by shown.interaction_id, shown."storedOrdinal"`,
    deps,
  );
}
