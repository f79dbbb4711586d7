import { sql } from "kysely";
import type { CustomerMessage } from "@/domain/views/customerViews";
import type { Visitor } from "../auth/visitors";
import { preparedRows } from "../db/preparedRows";
import type { Deps } from "../deps";
import { seenRevision } from "./visibility";

/** What is read of a message for a customer: nothing here, nor anything made of it, can hold a rep's identity (P10). */
type Row = {
  id: string;
  client_id: string;
  is_own: boolean;
  alias_name: string;
  alias_picture: string | null;
  kind: "text" | "feedback" | "rating_request";
  body: string;
  content: Record<string, unknown>;
  sent_at: Date;
  edited_at: Date | null;
  score: number | null;
  comment: string | null;
};

type Asked = { before: string | null; limit: number } | { messageIds: readonly string[] };

const NEWEST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** A customer's messages over all their sequences, oldest first: one continuous conversation (P8). */
export async function customerMessages(
  visitor: Visitor,
  asked: Asked,
  deps: Pick<Deps, "db" | "pool" | "sealIds">,
): Promise<CustomerMessage[]> {
  const { pov, contactId } = visitor;
  const wanted =
    "messageIds" in asked ? sql`m.id = any(${asked.messageIds}::uuid[])` : sql`m.id < ${asked.before ?? NEWEST}`;
  const limit = "messageIds" in asked ? asked.messageIds.length : asked.limit;
  const rows = await preparedRows(
    sql<Row>`
    select shown.* from (
      select m.id, m.client_id, m.author_id = ${contactId} as is_own, m.alias_name, m.alias_picture, m.kind,
        case when v.revision >= m.revision then m.body else old.body end as body, m.content, m.sent_at,
        case when v.revision >= m.revision then m.edited_at when v.revision > 1 then old.written_at end as edited_at,
        g.score, g.comment
      from interaction i
        join participation p on p.interaction_id = i.id and p.party_id = ${contactId}
        join message m on m.interaction_id = i.id
        cross join lateral (select ${seenRevision(pov)} as revision) v
        left join message_revision old on old.message_id = m.id and old.revision = v.revision
        left join rating g on m.kind = 'rating_request' and g.sequence_id = i.sequence_id
      where v.revision is not null and m.kind in ('text', 'feedback', 'rating_request') and ${wanted}
      order by m.id desc limit ${limit}
    ) shown order by shown.id`,
    deps,
  );
  return rows.map((row) => customerMessage(row, (id) => deps.sealIds.seal(id, contactId)));
}

function customerMessage(row: Row, seal: (id: string) => string): CustomerMessage {
  return {
    id: seal(row.id),
    clientId: row.is_own ? row.client_id : null,
    from: row.is_own ? "you" : "them",
    alias: row.is_own ? null : { name: row.alias_name, picture: row.alias_picture },
    kind: row.kind,
    body: row.body,
    feedback: row.kind === "feedback" ? feedbackOf(row.content) : null,
    rating:
      row.kind === "rating_request"
        ? { id: ratingId(row.content, seal), score: row.score, comment: row.comment }
        : null,
    sentAt: row.sent_at,
    editedAt: row.edited_at,
  };
}

function feedbackOf({ code, facts }: Record<string, unknown>): NonNullable<CustomerMessage["feedback"]> {
  return {
    code: String(code),
    facts: Object.fromEntries(Object.entries(facts ?? {}).map(([fact, value]) => [fact, plain(value)])),
  };
}

function plain(value: unknown): string | number | null {
  return typeof value === "string" || typeof value === "number" ? value : null;
}

function ratingId({ sequenceId }: Record<string, unknown>, seal: (id: string) => string): string {
  return seal(String(sequenceId));
}
