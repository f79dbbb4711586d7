import type { ConversationAsked } from "@/contract/inputs/customer";
import type { CustomerConversation, CustomerMessage, CustomerStatus } from "@/contract/views/customerViews";
import { customerState, type SequenceState } from "@/domain/request/sequenceState";
import { type Visitor, visitName } from "../../auth/visitors";
import type { Deps } from "../../deps";
import { presentPosition } from "../../pov/presentPosition";
import { takesPartNow } from "../../pov/takesPartNow";
import { customerMessages } from "./customerMessages";
import { offeredCategories } from "./offeredCategories";

const PAGE_SIZE = 50;

/**
 * The one continuous conversation that a customer sees (P8): a page of messages, the latest by default, and their
 * standing.
 */
export async function customerConversation(
  visitor: Visitor,
  asked: ConversationAsked,
  deps: Deps,
): Promise<CustomerConversation> {
  const asOf = await presentPosition(visitor.pov, deps);
  const before = asked.before === undefined ? null : deps.sealIds.open(asked.before, visitor.contactId);
  const [found, standing, configuration] = await Promise.all([
    customerMessages(visitor, { before, limit: PAGE_SIZE + 1 }, deps),
    customerStanding(visitor, deps),
    deps.configurations.of(visitor.pov.organizationId),
  ]);
  const messages: CustomerMessage[] = found.length > PAGE_SIZE ? found.slice(1) : found;
  const { organization } = configuration;
  return {
    visit: visitName(visitor, deps),
    organization: { name: organization.alias_name, picture: organization.alias_picture },
    messages,
    hasEarlier: found.length > PAGE_SIZE,
    status: standing.status,
    unreadCount: standing.unreadCount,
    asksCategory: standing.asksCategory,
    offeredCategories: offeredCategories(configuration, (id) => deps.sealIds.seal(id, visitor.widgetKey)),
    asOf,
  };
}

type Standing = { status: CustomerStatus; asksCategory: boolean; unreadCount: number };
type Row = {
  sequence_state: SequenceState;
  asks_category: boolean;
  told_closed_at: Date | null;
  told_opens_at: Date | null;
  waiting_since: Date | null;
  unread: number;
};

/**
 * The standing of a customer. It tells only what their own messages and ours to them tell (P8), not whether a rep has
 * taken the request, or a rule has found its category.
 *
 * @param heardTo counts only messages up to this position of their list as unread
 */
export async function customerStanding(visitor: Visitor, deps: Deps, heardTo?: number): Promise<Standing> {
  const { rows } = await deps.pool.query<Row>({
    name: "customer_standing",
    text: CUSTOMER_STANDING,
    values: [visitor.contactId, heardTo ?? null],
  });
  const row = rows[0];
  if (!row) return { status: { code: "idle" }, asksCategory: false, unreadCount: 0 };
  return {
    status: statusOf(row),
    asksCategory: row.asks_category && row.waiting_since !== null,
    unreadCount: row.unread,
  };
}

/** Depends on stored facts alone, so that page and stream agree. Of hours it says what the customer was told (R2). */
function statusOf(row: Row): CustomerStatus {
  const told = customerState(row.sequence_state);
  if (told === "ended") return { code: "ended" };
  // A message of the customer ends this state, so here we wait for their answer.
  if (told === "needs_answer") return { code: "needs_answer" };
  if (row.waiting_since === null) return { code: "answered" };
  if (row.told_closed_at === null) return { code: "waiting", since: row.waiting_since };
  return { code: "closed_hours", opensAt: row.told_opens_at };
}

/**
 * Reads the matter that the customer's next message goes into. SQL twin of `currentMatter`
 * (domain/conversation/resolveInbound.ts).
 */
const CUSTOMER_STANDING = `
  select s.state as sequence_state, r.told_closed_at, r.told_opens_at, r.waiting_since,
    r.last_reply_at is null and not r.topic_picked and exists (select 1 from message q where q.interaction_id = r.interaction_id
      and q.kind = 'feedback' and q.content ->> 'code' = 'asked_category' and q.deleted_at is null) as asks_category,
    (select count(*) from (select 1 from participation p
        join pov_entry e on e.list_id = $1 and e.interaction_id = p.interaction_id and e.kind = 'message'
        join message m on m.id = e.message_id and m.author_id <> $1 and m.deleted_at is null
      where p.party_id = $1 and ${takesPartNow("p")} and ($2::bigint is null or e.position <= $2)
        and e.ordinal > coalesce((select ordinal from pov_read x where x.party_id = $1 and x.interaction_id = p.interaction_id), 0)
      limit 100) u) as unread
  from conversation v
    join sequence s on s.conversation_id = v.id and s.merged_into_id is null
    join request r on r.sequence_id = s.id
  where v.primary_party_id = $1 and v.kind = 'external'
  order by r.state = 'retired', case when r.state = 'retired' then coalesce(r.retired_at, s.started_at) else s.started_at end desc, s.id desc
  limit 1`;
