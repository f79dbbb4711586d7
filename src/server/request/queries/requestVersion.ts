import type { Deps } from "../../deps";

/** The version of a request, which every change of its state, team or participants raises; null if there is none. */
export async function requestVersion(sequenceId: string, { pool }: Pick<Deps, "pool">): Promise<number | null> {
  const { rows } = await pool.query<{ version: number }>({
    name: "request_version",
    text: "select version from request where sequence_id = $1",
    values: [sequenceId],
  });
  return rows[0]?.version ?? null;
}
