import { Client } from "pg";

const CONNECT_BUDGET_MS = 10_000;

/** Lends a connection to a piece of work and closes it afterwards, whatever happens. */
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
