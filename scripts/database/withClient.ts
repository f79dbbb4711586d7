import { Client } from "pg";

const CONNECT_BUDGET_MS = 10_000;

/** A statement of the work that takes longer fails. Without a bound it may wait for ever, as a long migration must. */
type Bound = { readonly queryWithinMs?: number };

/** Does work with a connection of its own, and always closes it afterwards. */
export async function withClient<Result>(
  databaseUrl: string,
  work: (client: Client) => Promise<Result>,
  { queryWithinMs }: Bound = {},
): Promise<Result> {
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_BUDGET_MS,
    ...(queryWithinMs === undefined ? {} : { query_timeout: queryWithinMs }),
  });
  // What breaks the connection fails the work. Without a listener it would end this process, too.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
