import type { Pool } from "pg";
import { type BenchOrganization, makeBenchOrganization } from "../arrange/benchOrganization";
import type { BenchServer } from "../arrange/benchServer";
import { openRequests } from "../arrange/openRequests";
import { signInAll } from "../arrange/signInAll";
import { type Desk, withDesk } from "../arrange/withDesk";
import type { BenchOptions } from "../benchOptions";
import type { Throughput } from "../load/loadOrder";
import { runLoad } from "../load/runLoad";
import { makeMessageTargets, messageInOneStatement, messageInSeparateStatements } from "../peers/messageRows";
import type { PeerFigure, PeerScript } from "../peers/pgbench";
import { makeRequestTargets, requestInTwoStatements } from "../peers/requestRows";
import { runPeer } from "../peers/runPeer";
import { type ProcessorTime, processorTime } from "../report/processorTime";

/** What Parley does with a number of clients, and what the database does with the same rows. */
export interface ThroughputLevel {
  readonly clients: number;
  readonly parley: Throughput;
  /** The processor time per action, in ms; null if the system does not tell. */
  readonly processor: ProcessorTime | null;
  readonly peers: readonly (PeerFigure & { name: string; ratio: number })[];
}

export interface ThroughputFigures {
  readonly messages: readonly ThroughputLevel[];
  readonly requests: readonly ThroughputLevel[];
}

const CLIENTS = [1, 8, 32];
const CLIENTS_MAX = 32;
const REQUESTS_PER_REP = 8;
const WARM_UP_MS = 3_000;
/** Two teams of 32 reps. Only the first team is on duty, so that half of the new requests wait in a queue. */
const SIZE = { reps: 2 * CLIENTS_MAX, teams: 2, capacity: REQUESTS_PER_REP, teamsAtWork: 1 };
const OPENINGS = ["topic0", "topic1"].map(
  (topic) => `Hello, I have a question about ${topic}: my card has not arrived yet, although it was sent ten days ago.`,
);
const ROOM_FOR_ALL = 1_000_000;

/** Part a: messages and new routed requests per second through the real HTTP procedures, next to the database alone. */
export function measureThroughput(serverUrl: string, options: BenchOptions): Promise<ThroughputFigures> {
  return withDesk("a", { serverUrl, profileFolder: options.profileFolder }, async (desk) => {
    const organization = await makeBenchOrganization(desk.db, SIZE);
    const server = await desk.open();
    const { url } = server;
    await openRequests(url, organization.widgetKey, CLIENTS_MAX * REQUESTS_PER_REP, OPENINGS[0] ?? "");
    await desk.pool.query("vacuum analyze");
    const messages = await measureMessages(server, desk, organization, options);
    await desk.pool.query("update rep_load set capacity = $1", [ROOM_FOR_ALL]);
    return { messages, requests: await measureRequests(server, desk, organization, options) };
  });
}

async function measureMessages(
  server: BenchServer,
  { pool, databaseUrl }: Desk,
  organization: BenchOrganization,
  { measureMs }: BenchOptions,
): Promise<ThroughputLevel[]> {
  const { url } = server;
  const nMax = await makeMessageTargets(pool);
  const writers = await writersOf(url, pool, organization);
  const scripts = [messageInOneStatement(nMax), messageInSeparateStatements(nMax)];
  const levels: ThroughputLevel[] = [];
  for (const clients of CLIENTS) {
    const order = {
      kind: "messages",
      url,
      warmUpMs: WARM_UP_MS,
      measureMs,
      writers: writers.slice(0, clients),
    } as const;
    const measured = await withProcessorTime(server, databaseUrl, () => runLoad<"messages">(order));
    const { parley } = measured;
    levels.push({ clients, ...measured, peers: await runPeers(databaseUrl, scripts, parley, { clients, measureMs }) });
  }
  return levels;
}

async function measureRequests(
  server: BenchServer,
  { pool, databaseUrl }: Desk,
  { widgetKey: key }: BenchOrganization,
  { measureMs }: BenchOptions,
): Promise<ThroughputLevel[]> {
  const { url } = server;
  const scripts = [requestInTwoStatements(await makeRequestTargets(pool))];
  const levels: ThroughputLevel[] = [];
  for (const clients of CLIENTS) {
    const order = { kind: "requests", url, key, clients, warmUpMs: WARM_UP_MS, measureMs, openings: OPENINGS } as const;
    const measured = await withProcessorTime(server, databaseUrl, () => runLoad<"requests">(order));
    const { parley } = measured;
    levels.push({ clients, ...measured, peers: await runPeers(databaseUrl, scripts, parley, { clients, measureMs }) });
  }
  return levels;
}

/** Runs a load, and measures the processor time of the server and of PostgreSQL per action. */
async function withProcessorTime(
  { pid }: BenchServer,
  databaseUrl: string,
  load: () => Promise<Throughput>,
): Promise<{ parley: Throughput; processor: ProcessorTime | null }> {
  const before = processorTime(pid, databaseUrl);
  const parley = await load();
  const after = processorTime(pid, databaseUrl);
  if (!before || !after) return { parley, processor: null };
  const each = (from: number, to: number) => (to - from) / parley.doneCount;
  return {
    parley,
    processor: {
      serverMs: each(before.serverMs, after.serverMs),
      postgresMs: each(before.postgresMs, after.postgresMs),
    },
  };
}

async function runPeers(
  databaseUrl: string,
  scripts: readonly PeerScript[],
  parley: Throughput,
  load: { clients: number; measureMs: number },
): Promise<ThroughputLevel["peers"]> {
  const peers: (PeerFigure & { name: string; ratio: number })[] = [];
  for (const script of scripts) {
    const figure = await runPeer(databaseUrl, script, load);
    peers.push({ ...figure, name: script.name, ratio: parley.perSecond / figure.perSecond });
  }
  return peers;
}

/** The reps with the requests that routing gave them. */
async function writersOf(url: string, pool: Pool, organization: BenchOrganization) {
  const { rows } = await pool.query<{ rep_id: string; interaction_ids: string[] }>(
    "select assigned_to_id as rep_id, array_agg(interaction_id) as interaction_ids from request where state = 'assigned' group by 1",
  );
  const reps = organization.reps.filter(({ id }) => rows.some(({ rep_id }) => rep_id === id));
  const cookies = await signInAll(url, reps, organization);
  return reps.map(({ id }, index) => ({
    cookie: cookies[index] ?? "",
    interactionIds: rows.find(({ rep_id }) => rep_id === id)?.interaction_ids ?? [],
  }));
}
