import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Pool } from "pg";
import { makeBenchOrganization } from "../arrange/benchOrganization";
import type { BenchServer } from "../arrange/benchServer";
import { openRequests } from "../arrange/openRequests";
import { signInAll } from "../arrange/signInAll";
import { type Desk, withDesk } from "../arrange/withDesk";
import type { BenchOptions } from "../benchOptions";
import type { LoadErrors } from "../load/loadOrder";
import { type Caller, openCaller } from "../load/openCaller";
import { openStream } from "../load/openStream";
import { percentile } from "../report/percentile";
import { type ProcessorTime, processorTime } from "../report/processorTime";

/** What a server does for a number of streams in which nothing is said. */
export interface IdleLevel {
  readonly streams: number;
  /** The processor time in the whole window, in ms; null if the system does not tell. */
  readonly processor: ProcessorTime | null;
  readonly transactions: number;
  /** The time of a call of me.get meanwhile. */
  readonly meGetP50Ms: number;
  readonly meGetP95Ms: number;
}

export interface IdleFigures {
  readonly windowMs: number;
  readonly levels: readonly IdleLevel[];
  readonly errors: LoadErrors;
}

const WINDOW_MS = 10_000;
/** By then earlier work is over and counted: an idle session of PostgreSQL reports its counts after ten seconds. */
const SETTLE_MS = 15_000;
const CALL_EVERY_MS = 100;
const STREAMS_EACH = 12;
const VISITORS = 34;
const REPS = 8;
/** The messages that each customer sends at once before the silence, while streams are still busy. */
const WORDS_BEFORE = 3;

/** Part d: what open streams cost while nothing is said, and how long a call takes meanwhile. */
export function measureIdle(serverUrl: string, options: BenchOptions): Promise<IdleFigures> {
  return withDesk("d", { serverUrl, profileFolder: options.profileFolder }, async (desk) => {
    const organization = await makeBenchOrganization(desk.db, { reps: REPS, teams: 1, capacity: 9, teamsAtWork: 1 });
    const server = await desk.open();
    const { url } = server;
    const opening = "Hello, a question about topic0: where is my card?";
    const tokens = await openRequests(url, organization.widgetKey, VISITORS, opening);
    const cookies = await signInAll(url, organization.reps, organization);
    const caller = openCaller(url);
    const asCaller = cookies[0] ?? "";
    const without = await measured(0, server, desk, caller, asCaller);
    const openings = [
      ...times(tokens, (token) => () => openCustomerStream(url, organization.widgetKey, token)),
      ...times(cookies, (cookie) => () => openStream(new URL("/api/live", url), { cookie }, () => undefined)),
    ];
    const closers = await Promise.all(openings.map((open) => open()));
    await Promise.all(tokens.map((token) => saySome(caller, organization.widgetKey, token)));
    const levels = [without, await measured(closers.length, server, desk, caller, asCaller)];
    for (const close of closers) close();
    return { windowMs: WINDOW_MS, levels, errors: caller.errors };
  });
}

function times<Item, Result>(items: readonly Item[], make: (item: Item) => Result): Result[] {
  return items.flatMap((item) => Array.from({ length: STREAMS_EACH }, () => make(item)));
}

function openCustomerStream(url: string, key: string, token: string): Promise<() => void> {
  const address = new URL(`/api/customer/live?${new URLSearchParams({ key })}`, url);
  return openStream(address, { authorization: `Visitor ${token}` }, () => undefined);
}

async function saySome(caller: Caller, key: string, token: string): Promise<void> {
  const say = () =>
    caller.post("customer.post", JSON.stringify({ json: { key, clientId: randomUUID(), body: "Hello?" } }), {
      authorization: `Visitor ${token}`,
    });
  await Promise.all(Array.from({ length: WORDS_BEFORE }, say));
}

async function measured(
  streams: number,
  { pid }: BenchServer,
  { pool, databaseUrl }: Desk,
  caller: Caller,
  cookie: string,
): Promise<IdleLevel> {
  await pause(SETTLE_MS);
  const [before, transactionsBefore] = [processorTime(pid, databaseUrl), await transactionsOf(pool)];
  const answerMs: number[] = [];
  const endsAtMs = performance.now() + WINDOW_MS;
  while (performance.now() < endsAtMs) {
    const beganMs = performance.now();
    await caller.get("/api/trpc/me.get", { cookie });
    answerMs.push(performance.now() - beganMs);
    await pause(Math.max(0, beganMs + CALL_EVERY_MS - performance.now()));
  }
  const [after, transactionsAfter] = [processorTime(pid, databaseUrl), await transactionsOf(pool)];
  return {
    streams,
    processor: before &&
      after && { serverMs: after.serverMs - before.serverMs, postgresMs: after.postgresMs - before.postgresMs },
    transactions: transactionsAfter - transactionsBefore,
    meGetP50Ms: percentile(answerMs, 0.5),
    meGetP95Ms: percentile(answerMs, 0.95),
  };
}

/** PostgreSQL's own count. Busy sessions report theirs about once a second. */
async function transactionsOf(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    "select xact_commit as count from pg_stat_database where datname = current_database()",
  );
  return rows[0]?.count ?? 0;
}
