import { Client } from "pg";

const CONNECT_BUDGET_MS = 10_000;

/** Does work with a connection of its own, and always closes it afterwards. */
export async function withClient<Result>(
  databaseUrl: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_BUDGET_MS });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
