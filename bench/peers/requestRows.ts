import type { Pool } from "pg";
import type { PeerScript } from "./pgbench";

/**
 * Numbers the reps in a table, with a real routing decision to copy. Returns how many reps there are. At least one
 * request must have been routed before.
 */
export async function makeRequestTargets(pool: Pool): Promise<number> {
  await pool.query(`create unlogged table bench_rep as
    select row_number() over (order by m.rep_id)::int as n, m.organization_id, m.rep_id, m.team_id, c.id as category_id,
      w.id as widget_id, v.id as calendar_version_id, d.outcome, d.steps
    from team_member m
      join rep_load l on l.rep_id = m.rep_id and l.availability = 'available'
      join category c on c.team_id = m.team_id
      join widget w on w.organization_id = m.organization_id
      join calendar_version v on v.organization_id = m.organization_id
      cross join lateral (select outcome, steps from routing_decision x order by length(x.steps::text) desc limit 1) d`);
  await pool.query("create unique index on bench_rep (n)");
  await pool.query("analyze bench_rep");
  const { rows } = await pool.query<{ count: number }>("select count(*) as count from bench_rep");
  return rows[0]?.count ?? 0;
}

const UUID = "gen_random_uuid()";

/** The rows of a new customer and of their first request, routed to a rep. Two transactions, like the two calls. */
export function requestInTwoStatements(nMax: number): PeerScript {
  return { name: "one statement a call", nMax, statements: [NEW_VISITOR, NEW_REQUEST] };
}

const NEW_VISITOR = `with t as (select * from bench_rep where n = :n),
    p as (insert into party (id, organization_id, kind, name, created_at)
      select ${UUID}, t.organization_id, 'contact', 'Visitor 1234-5678', now() from t returning id),
    c as (insert into contact (party_id, organization_id) select p.id, t.organization_id from p, t),
    ci as (insert into carrier_identifier (id, organization_id, party_id, carrier, address, created_at)
      select ${UUID}, t.organization_id, p.id, 'web_chat', p.id::text, now() from p, t)
  insert into visitor_session (id, organization_id, widget_id, contact_id, token_hash, created_at, last_seen_at, expires_at)
    select ${UUID}, t.organization_id, t.widget_id, p.id, sha256(p.id::text::bytea), now(), now(), now() + interval '30 days' from p, t
    returning contact_id as contact`;

const NEW_REQUEST = `with t as (select *, ${UUID} as conv, ${UUID} as seq, ${UUID} as inter, ${UUID} as msg from bench_rep where n = :n),
    k as materialized (select t.*, :contact::uuid as contact from t),
    co as (insert into conversation (id, organization_id, kind, primary_party_id, started_at)
      select conv, organization_id, 'external', contact, now() from k),
    se as (insert into sequence (id, organization_id, conversation_id, reference, subject, category_id, primary_party_id, last_message_id, last_message_at, started_at)
      select seq, organization_id, conv, left(${UUID}::text, 18), 'A question about topic0 and my card', category_id, contact, msg, now(), now() from k),
    i as (insert into interaction (id, organization_id, conversation_id, sequence_id, audience, opened_by_id, last_ordinal, last_message_at, started_at)
      select inter, organization_id, conv, seq, 'customer', contact, 1, now(), now() from k),
    r as (insert into request (sequence_id, organization_id, conversation_id, interaction_id, contact_id, state, category_source, team_id,
        assigned_to_id, waiting_since, queued_at, assigned_at, last_customer_message_at, next_due_at, look_at, created_at)
      select seq, organization_id, conv, inter, contact, 'assigned', 'rule', team_id, rep_id, now(), now(), now(), now(),
        now() + interval '15 minutes', now() + interval '15 minutes', now() from k),
    sc as (insert into sla_clock (id, organization_id, sequence_id, metric, budget_ms, calendar_version_id, started_at, due_at)
      select ${UUID}, organization_id, seq, metric, 900000, calendar_version_id, now(), now() + interval '15 minutes'
      from k, unnest(array['pick_up', 'first_reply']::sla_metric[]) metric),
    d as (insert into routing_decision (id, organization_id, sequence_id, outcome, steps, config_version, decided_at)
      select ${UUID}, organization_id, seq, outcome, steps, 1, now() from k),
    pa as (insert into participation (id, organization_id, interaction_id, party_id, role, from_at)
      select ${UUID}, organization_id, inter, contact, 'customer'::participant_role, now() from k
      union all select ${UUID}, organization_id, inter, rep_id, 'responder', now() from k),
    lo as (update rep_load x set used = x.used + 1, last_offered_at = now() from k where x.rep_id = k.rep_id),
    m as (insert into message (id, organization_id, interaction_id, ordinal, author_id, alias_name, kind, carrier, body, content, client_id, sent_at)
      select msg, organization_id, inter, 1, contact, 'Visitor 1234-5678', 'text', 'web_chat',
        'Hello, I have a question about topic0: my card has not arrived yet, although it was sent ten days ago.', '{}', ${UUID}, now() from k),
    nl as (insert into pov_list (party_id, organization_id, head) select contact, organization_id, 2 from k),
    l as (insert into pov_list as x (party_id, organization_id, head) select rep_id, organization_id, 3 from k
      on conflict (party_id) do update set head = x.head + 3 returning head),
    e as (insert into pov_entry (list_id, position, kind, sequence_id, interaction_id, message_id, ordinal, revision, facts, written_at)
      select contact, 1, 'interaction'::pov_entry_kind, null::uuid, inter, null::uuid, null::bigint, null::int, null::jsonb, now() from k
      union all select contact, 2, 'message', null, inter, msg, 1, 1, null, now() from k
      union all select rep_id, head - 2, 'interaction', null, inter, null, null, null, null, now() from k, l
      union all select rep_id, head - 1, 'sequence', seq, null, null, null, null, '{"state": "open", "subject": "A question"}', now() from k, l
      union all select rep_id, head, 'message', null, inter, msg, 1, 1, null, now() from k, l)
  select graphile_worker.add_job('lookAtRequest', json_build_object('sequenceId', seq), run_at := now() + interval '15 minutes',
    job_key := 'look:' || seq, max_attempts := 25) is not null as added from k`;
