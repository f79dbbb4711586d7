import type { Deps } from "@/server/deps";

/** A stored request with the state, category, version, subject and tags of its sequence. */
export function storedRequest(sequenceId: string, { db }: Pick<Deps, "db">) {
  return db
    .selectFrom("request")
    .innerJoin("sequence", "sequence.id", "request.sequence_id")
    .selectAll("request")
    .select(["sequence.state as sequence_state", "sequence.category_id", "sequence.version as sequence_version"])
    .select(["sequence.subject", "sequence.tags"])
    .where("request.sequence_id", "=", sequenceId)
    .executeTakeFirstOrThrow();
}

/** The present responders of a customer-facing interaction. */
export async function respondersOf(interactionId: string, { db }: Pick<Deps, "db">): Promise<string[]> {
  const rows = await db
    .selectFrom("participation")
    .select("party_id")
    .where("interaction_id", "=", interactionId)
    .where("role", "=", "responder")
    .where("until_at", "is", null)
    .orderBy("party_id")
    .execute();
  return rows.map(({ party_id }) => party_id);
}

/** The messages of an interaction, oldest first: a text's body, or "*" and the code or kind of an automatic message. */
export async function wordsOf(interactionId: string, { pool }: Pick<Deps, "pool">): Promise<string[]> {
  const { rows } = await pool.query<{ word: string }>(
    `select case kind when 'text' then body when 'feedback' then '*' || (content ->> 'code') else '*' || kind end as word
     from message where interaction_id = $1 and deleted_at is null order by ordinal`,
    [interactionId],
  );
  return rows.map(({ word }) => word);
}

/** The used capacity of a rep. */
export async function usedBy(repId: string, { db }: Pick<Deps, "db">): Promise<number> {
  const load = await db.selectFrom("rep_load").select("used").where("rep_id", "=", repId).executeTakeFirstOrThrow();
  return load.used;
}
