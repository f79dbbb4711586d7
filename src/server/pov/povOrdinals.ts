import { type RawBuilder, sql } from "kysely";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";
import { takesPartNow } from "./takesPartNow";
import { grantsSight } from "./visibility";

/**
 * The ordinals that leave the server count the messages on the lists of a point of view. A party who joins without
 * the history gets 1 for the first message they see, so no number tells how much was said before (P1, P2). A viewer who
 * sees everything by privilege counts everything.
 *
 * @param ordinal a stored ordinal
 * @returns how many messages of interaction `i` up to `ordinal` are there for `pov`
 */
export function povOrdinal(pov: Pov, ordinal: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`(case when ${grantsSight(pov)} then ${ordinal} else (
    select count(distinct e.ordinal) from ${listsOf(pov)} l
      join pov_entry e on e.list_id = l.id and e.interaction_id = i.id and e.ordinal <= ${ordinal}) end)`;
}

/** The stored ordinal of the `counted`th message that is there for `pov` in an interaction; 0 if there is none. */
export async function storedOrdinal(
  pov: Pov,
  of: { interactionId: string; counted: number },
  { db }: Pick<Deps, "db">,
): Promise<number> {
  const { rows } = await sql<{ ordinal: number }>`
    select (case when ${grantsSight(pov)} then ${of.counted}::bigint else coalesce((select max(first.ordinal) from (
      select distinct e.ordinal from ${listsOf(pov)} l
        join pov_entry e on e.list_id = l.id and e.interaction_id = i.id and e.ordinal is not null
      order by e.ordinal limit ${of.counted}) first), 0) end) as ordinal
    from interaction i where i.id = ${of.interactionId}`.execute(db);
  return rows[0]?.ordinal ?? 0;
}

/** The lists through which `pov` reads interaction `i`: its own, and those of its groups that take part now. */
function listsOf(pov: Pov): RawBuilder<unknown> {
  return sql`(select ${pov.partyId}::uuid as id union all select g.party_id from participation g where g.interaction_id = i.id
    and g.party_id = any(${pov.groupIds}) and ${sql.raw(takesPartNow("g"))})`;
}
