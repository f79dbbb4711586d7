import type { Deps } from "@/server/deps";

/** Digests of all rows by table, and of the jobs. They are the same exactly as long as nothing is written. */
export async function contentsOf({ pool }: Pick<Deps, "pool">): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  const names = [...rows.map(({ name }) => name), "graphile_worker._private_jobs"];
  const parts = names.map(
    (name) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${name} t`,
  );
  const digests = await pool.query<{ name: string; digest: string }>(parts.join(" union all "));
  return Object.fromEntries(digests.rows.map(({ name, digest }) => [name, digest]));
}
