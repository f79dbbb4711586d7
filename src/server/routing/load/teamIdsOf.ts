import type { Deps } from "../../deps";

/** The teams that a rep is in now. Read by Kysely: it is asked with every change of a rep's load. */
export async function teamIdsOf(repId: string, { db }: Pick<Deps, "db">): Promise<string[]> {
  const memberships = await db
    .selectFrom("team_member")
    .select("team_id")
    .where("rep_id", "=", repId)
    .where("until_at", "is", null)
    .orderBy("team_id")
    .execute();
  return memberships.map(({ team_id }) => team_id);
}
