import { type RawBuilder, sql } from "kysely";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";
import { takesPartNow } from "./takesPartNow";
import { grantsSight } from "./visibility";

/**
 * The ordinals that leave the server count what a point of view has on its lists: who joins from now on gets 1 for the
 * first message they see, so no number tells how much was said before (P1, P2). Whoever sees all by right counts all.
 *
 * @returns how many messages of interaction `i` up to `ordinal`, as it is stored, `pov` has
 */
export function povOrdinal(pov: Pov, ordinal: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`(case when ${grantsSight(pov)} then ${ordinal} else (
    select count(distinct e.ordinal) from ${listsOf(pov)} l
      join pov_entry e on e.list_id = l.id and e.interaction_id = i.id and e.ordinal <= ${ordinal}) end)`;
}

/** The ordinal, as it is stored, of the message that is the `counted`th that `pov` has in an interaction; 0 for none. */
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

/** The lists by which `pov` reads interaction `i`: its own, and those of its groups that take part now. */
function listsOf(pov: Pov): RawBuilder<unknown> {
  return sql`(select ${pov.partyId}::uuid as id union all select g.party_id from participation g where g.interaction_id = i.id
    and g.party_id = any(${pov.groupIds}) and ${sql.raw(takesPartNow("g"))})`;
}
