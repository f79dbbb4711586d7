import type { ClientBase } from "pg";
import { inTransaction } from "./founding/inTransaction";

/** Takes away what a seed left that was cut short. Only for a database without any other organization. */
export async function clearDemo(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like '\\_%'`,
  );
  await inTransaction(client, async () => {
    await client.query(`truncate ${rows.map(({ name }) => name).join(", ")}`);
    await client.query("select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))");
  });
}
