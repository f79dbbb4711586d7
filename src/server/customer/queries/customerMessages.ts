import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { CustomerMessage } from "@/contract/views/customerViews";
import type { Visitor } from "../../auth/visitors";
import { preparedRows } from "../../db/preparedRows";
import type { Deps } from "../../deps";
import { seenRevision } from "../../pov/visibility";
import { type OfferedCategory, offeredCategories } from "./offeredCategories";

/** The columns of a message that are read for a customer. None of them can hold a rep's identity (P10). */
type Row = {
  message_id: string;
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

/**
 * The content of the question what a request is about (`categoryQuestion` in server/conversation/changes/housePost.ts).
 */
const LikelyIds = z.object({ likelyIds: z.array(z.string()).min(1) });

type Asked = { before: string | null; limit: number } | { messageIds: readonly string[] } | { ids: readonly string[] };

/** To the customer, a message that moved to another of their sequences keeps its id (P8). */
const ID = sql`coalesce((m.metadata ->> 'copyOf')::uuid, m.id)`;

const NEWEST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** A customer's messages in all their sequences, oldest first: one continuous conversation (P8). */
export async function customerMessages(
  visitor: Visitor,
  asked: Asked,
  deps: Pick<Deps, "db" | "pool" | "sealIds" | "configurations">,
): Promise<CustomerMessage[]> {
  return [...(await customerMessagesById(visitor, asked, deps)).values()];
}

/** As `customerMessages`, by stored message id. */
export async function customerMessagesById(
  visitor: Visitor,
  asked: Asked,
  deps: Pick<Deps, "db" | "pool" | "sealIds" | "configurations">,
): Promise<Map<string, CustomerMessage>> {
  const { pov, contactId } = visitor;
  const limit = "limit" in asked ? asked.limit : "ids" in asked ? asked.ids.length : asked.messageIds.length;
  const rows = await preparedRows(
    sql<Row>`
    select shown.* from (
      select m.id as message_id, ${ID} as id, coalesce((m.metadata ->> 'clientId')::uuid, m.client_id) as client_id, m.author_id = ${contactId} as is_own, m.alias_name, m.alias_picture, m.kind,
        case when v.revision >= m.revision then m.body else old.body end as body, m.content, m.sent_at,
        case when v.revision >= m.revision then m.edited_at when v.revision > 1 then old.written_at end as edited_at,
        g.score, g.comment
      from interaction i
        join participation p on p.interaction_id = i.id and p.party_id = ${contactId}
        join message m on m.interaction_id = i.id
        cross join lateral (select ${seenRevision(pov)} as revision) v
        left join message_revision old on old.message_id = m.id and old.revision = v.revision
        left join rating g on m.kind = 'rating_request' and g.sequence_id = i.sequence_id
      where v.revision is not null and m.kind in ('text', 'feedback', 'rating_request') and ${wantedOf(asked)}
      order by ${ID} desc limit ${limit}
    ) shown order by shown.id`,
    deps,
  );
  const likely = await likelyCategoriesOf(rows, visitor, deps);
  const seal = (id: string) => deps.sealIds.seal(id, contactId);
  return new Map(rows.map((row) => [row.message_id, customerMessage(row, seal, likely)]));
}

function wantedOf(asked: Asked): RawBuilder<boolean> {
  if ("messageIds" in asked) return sql<boolean>`m.id = any(${asked.messageIds}::uuid[])`;
  if ("ids" in asked) return sql<boolean>`${ID} = any(${asked.ids}::uuid[])`;
  return sql<boolean>`${ID} < ${asked.before ?? NEWEST}`;
}

type LikelyCategories = (content: Record<string, unknown>) => { likelyCategories?: OfferedCategory[] };

/** Names the likely categories that are offered to customers, and nothing else of the classifier's answer. */
async function likelyCategoriesOf(
  rows: readonly Row[],
  { pov, widgetKey }: Visitor,
  { sealIds, configurations }: Pick<Deps, "sealIds" | "configurations">,
): Promise<LikelyCategories> {
  if (!rows.some(({ content }) => LikelyIds.safeParse(content).success)) return () => ({});
  const configuration = await configurations.of(pov.organizationId);
  return (content) => {
    const found = LikelyIds.safeParse(content);
    if (!found.success) return {};
    const offered = offeredCategories(configuration, (id) => id);
    const likely = found.data.likelyIds.flatMap((likelyId) => offered.filter(({ id }) => id === likelyId));
    return { likelyCategories: likely.map(({ id, name }) => ({ id: sealIds.seal(id, widgetKey), name })) };
  };
}

function customerMessage(row: Row, seal: (id: string) => string, likely: LikelyCategories): CustomerMessage {
  return {
    id: seal(row.id),
    clientId: row.is_own ? row.client_id : null,
    from: row.is_own ? "you" : "them",
    alias: row.is_own ? null : { name: row.alias_name, picture: row.alias_picture },
    kind: row.kind,
    body: row.body,
    feedback: row.kind === "feedback" ? { ...feedbackOf(row.content), ...likely(row.content) } : null,
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
