import type { Pool } from "pg";
import type { PeerScript } from "./pgbench";

/** Numbers the live interactions in a table, so that a script can pick a random one. Returns how many there are. */
export async function makeMessageTargets(pool: Pool): Promise<number> {
  await pool.query(`create unlogged table bench_target as
    select row_number() over (order by r.sequence_id)::int as n, r.organization_id, r.interaction_id, r.sequence_id, r.contact_id,
      r.assigned_to_id as rep_id
    from request r where r.state = 'assigned'`);
  await pool.query("create unique index on bench_target (n)");
  await pool.query("analyze bench_target");
  const { rows } = await pool.query<{ count: number }>("select count(*) as count from bench_target");
  return rows[0]?.count ?? 0;
}

const MESSAGE_COLUMNS = `(id, organization_id, interaction_id, ordinal, author_id, alias_name, kind, carrier, body, content, client_id, sent_at)`;
const BODY = "Thank you for your patience. I have checked your account, and the payment arrived this morning at nine.";

/** The rows of one message in a single statement, which is the least work for a database. */
export function messageInOneStatement(nMax: number): PeerScript {
  return {
    name: "one statement",
    nMax,
    statements: [
      `with t as (select * from bench_target where n = :n),
        i as (update interaction x set last_ordinal = x.last_ordinal + 1, last_message_at = now() from t
          where x.id = t.interaction_id returning x.last_ordinal),
        m as (insert into message ${MESSAGE_COLUMNS}
          select gen_random_uuid(), t.organization_id, t.interaction_id, i.last_ordinal, t.rep_id, 'Bench Desk', 'text', 'web_chat',
            '${BODY}', '{}', gen_random_uuid(), now() from t, i returning id, ordinal),
        s as (update sequence x set last_message_id = m.id, last_message_at = now() from t, m where x.id = t.sequence_id),
        r as (update request x set last_reply_at = now(), waiting_since = null from t where x.sequence_id = t.sequence_id),
        l as (update pov_list x set head = x.head + 1 from t where x.party_id in (t.contact_id, t.rep_id) returning x.party_id, x.head)
      insert into pov_entry (list_id, position, kind, interaction_id, message_id, ordinal, revision, written_at)
        select l.party_id, l.head, 'message', t.interaction_id, m.id, m.ordinal, 1, now() from l, t, m`,
    ],
  };
}

/** The same rows in a transaction of separate statements, as an ordinary program writes them. */
export function messageInSeparateStatements(nMax: number): PeerScript {
  return {
    name: "separate statements",
    nMax,
    statements: [
      "begin",
      "select organization_id as org, interaction_id as inter, sequence_id as seq, contact_id as contact, rep_id as rep from bench_target where n = :n",
      "update interaction set last_ordinal = last_ordinal + 1, last_message_at = now() where id = :inter::uuid returning last_ordinal as ordinal",
      `insert into message ${MESSAGE_COLUMNS} values (gen_random_uuid(), :org::uuid, :inter::uuid, :ordinal::bigint, :rep::uuid, 'Bench Desk',
        'text', 'web_chat', '${BODY}', '{}', gen_random_uuid(), now()) returning id as message`,
      "update sequence set last_message_id = :message::uuid, last_message_at = now() where id = :seq::uuid",
      "update request set last_reply_at = now(), waiting_since = null where sequence_id = :seq::uuid",
      ...["contact", "rep"].flatMap((party) => [
        `update pov_list set head = head + 1 where party_id = :${party}::uuid returning head as ${party}_head`,
        `insert into pov_entry (list_id, position, kind, interaction_id, message_id, ordinal, revision, written_at)
          values (:${party}::uuid, :${party}_head::bigint, 'message', :inter::uuid, :message::uuid, :ordinal::bigint, 1, now())`,
      ]),
      "commit",
    ],
  };
}
