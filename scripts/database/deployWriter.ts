import { type Client, escapeIdentifier } from "pg";
import { type CompiledWriter, compileWriter } from "./compileWriter";
import { withClient } from "./withClient";

/** Any number, the same for all processes: one at a time creates and drops writers. */
const DEPLOY_LOCK = 7_240_312;
/** Running processes report every hour that they use theirs (src/server/writer/keepWriter.ts). */
const UNUSED_AFTER = "14 days";

/**
 * Creates the functions of this version's writer unless the database has them, and drops those that nobody has used for
 * fourteen days. Others stay, so that processes of the previous version go on writing during a deploy.
 */
export async function deployWriter(databaseUrl: string, writer: CompiledWriter = compileWriter()): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [DEPLOY_LOCK]);
    const found = await client.query("select from pg_namespace where nspname = $1", [writer.schema]);
    if (found.rowCount === 0) await client.query(writer.sql);
    await client.query(
      `insert into writer_version (schema_name, used_at) values ($1, now())
       on conflict (schema_name) do update set used_at = excluded.used_at`,
      [writer.schema],
    );
    await dropUnused(client);
    await client.query("commit");
  });
}

async function dropUnused(client: Client): Promise<void> {
  const { rows } = await client.query<{ schema_name: string }>(
    "delete from writer_version where used_at < now() - $1::interval returning schema_name",
    [UNUSED_AFTER],
  );
  for (const { schema_name } of rows) await client.query(`drop schema ${escapeIdentifier(schema_name)} cascade`);
}
