import { Client, type Pool } from "pg";
import type { BenchOrganization } from "./benchOrganization";

/** The sequences of one contact; the last one may be live. */
const SEQUENCES_PER_CONTACT = 4;
/** The live requests at any size, because the work of a desk does not grow with its past. */
export const LIVE_COUNT = 240;

/**
 * Fills the organization with the sequences from `from` + 1 to `to`, in one transaction. Most are retired, spread over
 * two years, each with its customer, interaction, two messages, participations, clock, rating and list entries; every
 * seventh has a backchannel to a colleague. The live ones are among the first thousand: some with reps, some in the
 * queues of teams, some unassigned.
 */
export async function fillSequences(
  pool: Pool,
  organization: BenchOrganization,
  from: number,
  to: number,
): Promise<void> {
  const { id, teamIds, categoryIds, reps } = organization;
  // A separate connection, because the pool cancels statements that take as long as these.
  const client = new Client(pool.options);
  await client.connect();
  try {
    await client.query("set statement_timeout = 0");
    await client.query("begin");
    await client.query("set local work_mem = '128MB'; set local synchronous_commit = off");
    if (from === 0) await client.query(BENCH_ID);
    await client.query(`create temporary table filled on commit drop as ${FILLED}`, [
      from + 1,
      to,
      id,
      reps.map((rep) => rep.id),
      teamIds,
      categoryIds,
    ]);
    for (const statement of ROWS) await client.query(statement);
    await client.query("commit");
    await client.query("vacuum analyze");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    await client.end();
  }
}

/** Makes ids that ascend with `n`, as time-based ids do. `kind` keeps the ids of tables apart. */
const BENCH_ID = `create function bench_id(kind int, n bigint) returns uuid language sql immutable parallel safe as $$
  select (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || lpad(to_hex(kind), 3, '0') || '-8000-000000000000')::uuid
  from (select lpad(to_hex(n), 12, '0') as h) x $$`;

const FILLED = `
  select n, $3::uuid as org, bench_id(1, n) as seq, bench_id(2, n) as inter, bench_id(3, (n - 1) / ${SEQUENCES_PER_CONTACT}) as conv,
    bench_id(4, (n - 1) / ${SEQUENCES_PER_CONTACT}) as contact, bench_id(5, n) as msg1, bench_id(6, n) as msg2,
    ($4::uuid[])[1 + k % cardinality($4::uuid[])] as rep, ($5::uuid[])[1 + k % cardinality($5::uuid[])] as team,
    ($6::uuid[])[1 + k % cardinality($6::uuid[])] as category,
    ($4::uuid[])[1 + (k + 1) % cardinality($4::uuid[])] as colleague, not is_live and n % 7 = 0 as consulted,
    bench_id(11, n) as inside, bench_id(12, n) as asked, bench_id(13, n) as told, (n - 1) % ${SEQUENCES_PER_CONTACT} as nth,
    case when not is_live then 'retired' when k % 10 = 0 then 'unassigned' when k % 10 < 4 then 'queued' else 'assigned' end::request_state as state,
    not is_live and n % 5 = 0 as waited,
    case when is_live then now() - make_interval(secs => 60 + k * 7)
      else now() - make_interval(secs => 3600 + (n * 7919) % 63072000) end as at
  from generate_series($1::bigint, $2::bigint) n
    cross join lateral (select n / ${SEQUENCES_PER_CONTACT} as k,
      n % ${SEQUENCES_PER_CONTACT} = 0 and n <= ${LIVE_COUNT * SEQUENCES_PER_CONTACT} as is_live) x`;

const FACTS = `jsonb_build_object('state', 'open', 'subject', 'Card has not arrived', 'categoryId', category, 'teamId', team, 'assignedToId', rep, 'tags', '[]'::jsonb)`;

/** The party that takes part on behalf of the organization. */
const RESPONDER = "case state when 'queued' then team when 'unassigned' then org else rep end";

/** What the hourly job sets for interactions in which nobody has written for a week. */
const QUIET_AT = "case when at + interval '7 days 9 minutes' <= now() then at + interval '7 days 1 hour' end";

const ROWS: readonly string[] = [
  "analyze filled",
  `insert into party (id, organization_id, kind, name, created_at) select contact, org, 'contact', 'Visitor ' || n, at from filled where nth = 0`,
  "insert into contact (party_id, organization_id) select contact, org from filled where nth = 0",
  `insert into conversation (id, organization_id, kind, primary_party_id, started_at) select conv, org, 'external', contact, at from filled where nth = 0`,
  `insert into sequence (id, organization_id, conversation_id, reference, subject, category_id, state, primary_party_id, last_message_id,
      last_message_at, started_at, ended_at)
    select seq, org, conv, 'B' || n, 'Card has not arrived', case when state <> 'unassigned' then category end,
      case when state = 'retired' then 'closed' else 'open' end::sequence_state, contact, msg2, at + interval '10 minutes', at,
      case when state = 'retired' then at + interval '20 minutes' end from filled`,
  `insert into interaction (id, organization_id, conversation_id, sequence_id, audience, opened_by_id, last_ordinal, last_message_at, started_at)
    select inter, org, conv, seq, 'customer', contact, 2, at + interval '10 minutes', at from filled`,
  `insert into interaction (id, organization_id, conversation_id, sequence_id, parent_id, audience, opened_by_id, name, last_ordinal,
      last_message_at, started_at)
    select inside, org, conv, seq, inter, 'internal', rep, 'A question', 2, at + interval '9 minutes', at + interval '5 minutes'
    from filled where consulted`,
  `insert into request (sequence_id, organization_id, conversation_id, interaction_id, contact_id, state, category_source, team_id,
      assigned_to_id, waiting_since, queued_at, assigned_at, picked_up_at, last_customer_message_at, last_reply_at, next_due_at, look_at,
      retired_at, retire_reason, created_at)
    select seq, org, conv, inter, contact, state, case when state <> 'unassigned' then 'rule'::category_source end,
      case when state <> 'unassigned' then team end, case when state in ('assigned', 'retired') then rep end,
      case when state <> 'retired' then at end, at, case when state in ('assigned', 'retired') then at end,
      case when state in ('assigned', 'retired') then at + interval '5 minutes' end, at,
      case when state in ('assigned', 'retired') then at + interval '10 minutes' end,
      case when state <> 'retired' then at + interval '45 minutes' end, case when state <> 'retired' then now() + interval '1 day' end,
      case when state = 'retired' then at + interval '20 minutes' end, case when state = 'retired' then 'completed' end, at from filled`,
  `insert into message (id, organization_id, interaction_id, ordinal, author_id, alias_name, kind, body, client_id, sent_at)
    select msg1, org, inter, 1, contact, 'Visitor', 'text'::message_kind, 'My card has not arrived yet, although it was sent ten days ago.', msg1, at from filled
    union all select msg2, org, inter, 2, case when state in ('assigned', 'retired') then rep else contact end, 'Bench Desk', 'text',
      'I have looked into it: a new card leaves today and will be with you on Thursday.', msg2, at + interval '10 minutes' from filled
    union all select asked, org, inside, 1, rep, 'Rep', 'text', 'Has this batch of cards left the house?', asked, at + interval '5 minutes' from filled where consulted
    union all select told, org, inside, 2, colleague, 'Rep', 'text', 'It has not; please order anew.', told, at + interval '9 minutes' from filled where consulted`,
  `insert into participation (id, organization_id, interaction_id, party_id, role, from_at, until_at, quiet_at)
    select bench_id(7, n), org, inter, contact, 'customer'::participant_role, at, null::timestamptz, null::timestamptz from filled
    union all select bench_id(8, n), org, inter, ${RESPONDER}, 'responder', at, null, null from filled
    union all select bench_id(9, n), org, inter, team, 'responder', at, at + interval '1 minute', null from filled where waited
    union all select bench_id(14, n), org, inside, rep, 'member', at + interval '5 minutes', null, ${QUIET_AT} from filled where consulted
    union all select bench_id(15, n), org, inside, colleague, 'specialist', at + interval '6 minutes', null, ${QUIET_AT} from filled where consulted`,
  `insert into sla_clock (id, organization_id, sequence_id, metric, budget_ms, started_at, due_at, met_at)
    select bench_id(10, n), org, seq, 'first_reply', 2700000, at, at + interval '45 minutes',
      case when state = 'retired' then at + interval '10 minutes' end from filled`,
  `insert into rating (sequence_id, organization_id, contact_id, rep_id, team_id, score, asked_at, answered_at)
    select seq, org, contact, rep, team, case when n % 2 = 0 then 1 + n % 5 end, at + interval '20 minutes',
      case when n % 2 = 0 then at + interval '25 minutes' end from filled where state = 'retired'`,
  `insert into pov_list (party_id, organization_id)
    select distinct list, org from (select contact as list, org from filled union select ${RESPONDER}, org from filled
      union select team, org from filled where waited union select colleague, org from filled where consulted) x on conflict do nothing`,
  `insert into pov_entry (list_id, position, kind, sequence_id, interaction_id, message_id, ordinal, revision, facts, written_at)
    select x.list, l.head + row_number() over (partition by x.list order by x.n, x.k), x.kind, x.sequence_id, x.interaction_id, x.message_id,
      x.ordinal, case when x.message_id is not null then 1 end, x.facts, x.at
    from (
      select contact as list, n, 1 as k, 'interaction'::pov_entry_kind as kind, null::uuid as sequence_id, inter as interaction_id,
        null::uuid as message_id, null::bigint as ordinal, null::jsonb as facts, at from filled
      union all select contact, n, 2, 'message', null, inter, msg1, 1, null, at from filled
      union all select contact, n, 3, 'message', null, inter, msg2, 2, null, at from filled
      union all select ${RESPONDER}, n, 1, 'interaction', null, inter, null, null, null, at from filled
      union all select ${RESPONDER}, n, 2, 'sequence', seq, null, null, null, ${FACTS}, at from filled
      union all select ${RESPONDER}, n, 3, 'message', null, inter, msg1, 1, null, at from filled
      union all select ${RESPONDER}, n, 4, 'message', null, inter, msg2, 2, null, at from filled
      union all select rep, n, 5, 'sequence', seq, null, null, null, ${FACTS} || '{"state": "closed"}', at from filled where state = 'retired'
      union all select team, n, 1, 'interaction', null, inter, null, null, null, at from filled where waited
      union all select team, n, 2, 'sequence', seq, null, null, null, ${FACTS}, at from filled where waited
      union all select team, n, 3, 'message', null, inter, msg1, 1, null, at from filled where waited
      union all select team, n, 4, 'hidden', seq, inter, null, null, null, at from filled where waited
      union all select party, n, 10, 'interaction', null, inside, null, null, null, at from filled, unnest(array[rep, colleague]) party where consulted
      union all select party, n, 11, 'message', null, inside, asked, 1, null, at from filled, unnest(array[rep, colleague]) party where consulted
      union all select party, n, 12, 'message', null, inside, told, 2, null, at from filled, unnest(array[rep, colleague]) party where consulted
    ) x join pov_list l on l.party_id = x.list`,
  `update pov_list l set head = t.top from (select e.list_id, max(e.position) as top from pov_entry e
      where e.list_id in (select contact from filled union select ${RESPONDER} from filled union select team from filled
        union select colleague from filled) group by e.list_id) t
    where l.party_id = t.list_id`,
  `update rep_load l set used = t.used from (select assigned_to_id, sum(weight) as used from request where state = 'assigned'
      group by assigned_to_id) t where l.rep_id = t.assigned_to_id`,
];
