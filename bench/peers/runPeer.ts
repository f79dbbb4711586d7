import { Client } from "pg";
import { hasPgbench, isAnswering, type PeerFigure, type PeerScript, runPgbench } from "./pgbench";

const WARM_UP_MS = 2_000;
const VARIABLE = /(?<!:):([a-z_]+)/g;

/** Runs a script with pgbench, or with plain loops over the driver if pgbench is not installed. */
export async function runPeer(
  databaseUrl: string,
  script: PeerScript,
  load: { clients: number; measureMs: number },
): Promise<PeerFigure> {
  if (hasPgbench()) return { perSecond: await runPgbench(databaseUrl, script, load), tool: "pgbench" };
  return { perSecond: await runDriverLoop(databaseUrl, script, load), tool: "driver loop" };
}

/** Runs a script in plain loops over the driver, one connection per client. Returns the runs per second. */
async function runDriverLoop(
  databaseUrl: string,
  script: PeerScript,
  { clients, measureMs }: { clients: number; measureMs: number },
): Promise<number> {
  const startMs = performance.now() + WARM_UP_MS;
  const endMs = startMs + measureMs;
  const counts = await Promise.all(
    Array.from({ length: clients }, () => oneClient(databaseUrl, script, startMs, endMs)),
  );
  return (counts.reduce((sum, count) => sum + count, 0) * 1000) / measureMs;
}

async function oneClient(databaseUrl: string, script: PeerScript, startMs: number, endMs: number): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  let count = 0;
  try {
    while (performance.now() < endMs) {
      await once(client, script);
      const nowMs = performance.now();
      if (nowMs >= startMs && nowMs < endMs) count += 1;
    }
    return count;
  } finally {
    await client.end();
  }
}

async function once(client: Client, { name, nMax, statements }: PeerScript): Promise<void> {
  const known: Record<string, unknown> = { n: 1 + Math.floor(Math.random() * nMax) };
  for (const [index, statement] of statements.entries()) {
    const { text, names } = withPlaceholders(statement);
    const values = names.map((each) => known[each]);
    const { rows } = await client.query({ name: `${name} ${index}`, text, values });
    if (isAnswering(statement)) Object.assign(known, rows[0]);
  }
}

/** The statement in the driver's notation, and the names of its variables in the order of their numbers. */
export function withPlaceholders(statement: string): { text: string; names: string[] } {
  const names: string[] = [];
  const text = statement.replaceAll(VARIABLE, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { text, names };
}
