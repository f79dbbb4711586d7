import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { freePort, isPortFree } from "../launch/freePort";
import { type KeptRunning, keepRunning } from "../launch/keeping/keepRunning";
import { waitUntil } from "../launch/waitUntil";
import { dataFolder, initializeCluster } from "./initializeCluster";
import {
  embeddedDatabaseUrl,
  newPostgresPassword,
  type PostgresAccess,
  readPostgresAccess,
  writePostgresAccess,
} from "./postgresAccess";
import { ensurePostgresBinaries } from "./postgresBinaries";
import type { PostgresPlace } from "./postgresPlace";
import { postmasterPid, stopPostmaster } from "./postmaster";

const READY_BUDGET_MS = 60_000;
const LOG_BYTES_MAX = 10_000_000;
const LOG_LINES_SHOWN = 12;

/** PostgreSQL listens on the loopback address only, and acknowledges only what is on the disk. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "256MB",
  max_connections: "60",
  fsync: "on",
  synchronous_commit: "on",
  timezone: "UTC",
  log_timezone: "UTC",
  // The log says what failed and shows no values: no parameters, no rows, no statements, no malformed JSON.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
};

/** A PostgreSQL server that this process started. */
export interface RunningPostgres {
  readonly access: PostgresAccess;
  /** Resolves when the server has ended, and says how: "was ended by SIGKILL". */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL of a place and waits until it answers, also through the recovery after a crash. It
 * makes the databases first if there are none. It stops a server in order that a killed launcher left behind.
 */
export async function startPostgres(place: PostgresPlace): Promise<RunningPostgres> {
  const binaries = ensurePostgresBinaries(place.folder);
  const leftPid = postmasterPid(dataFolder(place));
  if (leftPid) await stopPostmaster(leftPid, dataFolder(place));
  const access = await chooseAccess(place.folder);
  await initializeCluster(place, binaries.initdb, access.password);
  const deadlineMs = Date.now() + READY_BUDGET_MS;
  for (;;) {
    const server = spawnServer(place, binaries.postgres, access);
    if (await becomesReady(access, server.hasEnded, deadlineMs - Date.now())) return server.running;
    const log = lastLogLines(place);
    if (!server.hasEnded()) await server.running.stop();
    // The children of a killed server hold its memory for a moment. A new server cannot open the data until they have
    // ended.
    if (!isStillInUse(log) || Date.now() > deadlineMs) throw new ForeseenFailure(startFailureMessage(log));
    await waitUntil(() => false, 500);
  }
}

/** Keeps the embedded PostgreSQL of a place running until it is stopped. */
export async function keepPostgres(place: PostgresPlace): Promise<KeptRunning<RunningPostgres>> {
  const first = await startPostgres(place);
  return keepRunning({
    name: "PostgreSQL",
    first,
    async start() {
      const again = await restartPostgres(place, first);
      console.log("PostgreSQL runs again.");
      return again;
    },
  });
}

/**
 * Starts a PostgreSQL again after it ended by itself. It waits for the same port, because the processes that were
 * connected expect it there.
 */
async function restartPostgres(place: PostgresPlace, { access }: RunningPostgres): Promise<RunningPostgres> {
  if (!(await waitUntil(() => isPortFree(access.port), READY_BUDGET_MS)))
    throw new ForeseenFailure(`port ${access.port} is taken by another program`);
  return startPostgres(place);
}

/** Keeps the port from start to start, unless another program has taken it. */
async function chooseAccess(folder: string): Promise<PostgresAccess> {
  const known = readPostgresAccess(folder);
  const port = known && (await isPortFree(known.port)) ? known.port : await freePort();
  const access = { port, password: known?.password ?? newPostgresPassword() };
  writePostgresAccess(folder, access);
  return access;
}

/**
 * The server gets its own process group, so that Ctrl-C reaches only the launcher, which stops the web server first.
 */
function spawnServer(place: PostgresPlace, program: string, access: PostgresAccess) {
  const settings = Object.entries({ ...SETTINGS, port: access.port }).flatMap(([key, value]) => [
    "-c",
    `${key}=${value}`,
  ]);
  const log = openLog(place);
  const child = spawn(program, ["-D", dataFolder(place), ...settings], {
    cwd: place.folder,
    stdio: ["ignore", log, log],
    detached: true,
    ...place.owner,
  });
  closeSync(log);
  child.unref();
  const ended = new Promise<string>((resolve) => {
    child.on("exit", (exitCode, signal) => resolve(signal ? `was ended by ${signal}` : `ended with ${exitCode}`));
    child.on("error", () => resolve("could not be started"));
  });
  const pid = child.pid;
  const stop = async () => {
    if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    await Promise.all([stopPostmaster(pid, dataFolder(place)), ended]);
  };
  return {
    hasEnded: () => pid === undefined || child.exitCode !== null || child.signalCode !== null,
    running: { access, ended, stop } satisfies RunningPostgres,
  };
}

function openLog(place: PostgresPlace): number {
  const path = logPath(place);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_MAX) rmSync(path);
  return openSync(path, "a", 0o600);
}

async function becomesReady(access: PostgresAccess, hasEnded: () => boolean, budgetMs: number): Promise<boolean> {
  let isReady = false;
  await waitUntil(async () => {
    isReady = await answersQueries(access);
    return isReady || hasEnded();
  }, budgetMs);
  return isReady;
}

/** Tells whether the server at this address accepts queries: it runs, has recovered, and is ours by its password. */
export async function answersQueries(access: PostgresAccess): Promise<boolean> {
  const client = new Client({
    connectionString: embeddedDatabaseUrl(access, "postgres"),
    connectionTimeoutMillis: 5000,
    query_timeout: 5000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function logPath(place: PostgresPlace): string {
  return join(place.folder, "postgres.log");
}

function lastLogLines(place: PostgresPlace): string {
  return readFileSync(logPath(place), "utf8").trim().split("\n").slice(-LOG_LINES_SHOWN).join("\n");
}

function isStillInUse(log: string): boolean {
  return /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(log);
}

function startFailureMessage(log: string): string {
  if (/No space left on device/.test(log))
    return "The disk is full: PostgreSQL cannot write. Free some space and start again.";
  return `The embedded PostgreSQL did not start. The end of its log:\n${log}`;
}
