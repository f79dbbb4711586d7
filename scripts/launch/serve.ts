import { resolve } from "node:path";
import { migrateDatabase } from "../database/migrateDatabase";
import type { LauncherLock } from "./command";
import type { KeptRunning } from "./keeping/keepRunning";
import type { ServerStart } from "./keeping/keepServer";
import { type RunningServer, stopLeftServer, waitUntilReady } from "./keeping/startServer";
import { type OpenDatabase, openDatabase } from "./openDatabase";
import { type Ports, readPorts, refuseTakenPorts } from "./ports";
import { printWelcome } from "./printWelcome";
import { runSeed } from "./runSeed";
import { ensureSecretsFile } from "./secrets";
import { step } from "./step";
import { type Ending, onEarlyStop, untilStopped } from "./untilStopped";

/** What differs between `npm start` and `npm run dev`. */
export interface ServeMode {
  /** Makes what the server needs to run: a build, or the generated types and the widget. */
  prepare(): Promise<void>;
  /** Node's arguments for the server and for the seed. */
  readonly server: readonly string[];
  readonly seed: readonly string[];
  readonly nodeEnvironment: "production" | "development";
  /** Starts the server and keeps it running. */
  keep(start: ServerStart): KeptRunning<RunningServer>;
}

/**
 * Runs Parley until it is asked to stop, and returns the exit code. It checks the ports before anything slow, opens the
 * database before the build, and stops everything in the opposite order.
 */
export async function serve(mode: ServeMode, lock: LauncherLock): Promise<number> {
  if (lock.leftServerPid) await step("Stopping the server that was left running", () => stopLeft(lock));
  const ports = readPorts();
  await refuseTakenPorts(ports, !process.env.DATABASE_URL);
  const database = await openDatabase();
  try {
    const environment = await prepare(database, ports, mode);
    return await serveOn(database, ports, environment, mode, lock);
  } finally {
    await database.close();
  }
}

async function prepare(database: OpenDatabase, ports: Ports, mode: ServeMode): Promise<Record<string, string>> {
  const endEarlyStop = onEarlyStop(() => database.close());
  await database.outliving(() => step("Migrating the database", () => migrateDatabase(database.url)));
  await mode.prepare();
  const environment = serverEnvironment(database, ports, mode);
  if (database.isEmbedded) await database.outliving(() => runSeed(mode.seed, environment));
  endEarlyStop();
  return environment;
}

async function serveOn(
  database: OpenDatabase,
  ports: Ports,
  environment: Record<string, string>,
  mode: ServeMode,
  lock: LauncherLock,
): Promise<number> {
  let present: RunningServer | undefined;
  const start: ServerStart = {
    name: "The server",
    nodeArguments: mode.server,
    environment,
    onStart(server) {
      present = server;
      lock.recordServer(server.pid, ports.port);
    },
    whenReady: (server) => waitUntilReady(server, ports.port),
  };
  console.log("Starting the server …");
  const server = mode.keep(start);
  const ending = untilStopped([server.givenUp, database.givenUp], () => present?.kill());
  try {
    const isReady = await Promise.race([server.ready.then(() => true), ending]);
    if (isReady === true) printWelcome(ports, database.isEmbedded);
    return farewell(await ending);
  } finally {
    await server.stop();
  }
}

function farewell(ending: Ending): number {
  if (ending.kind === "asked") {
    console.log("\nStopping Parley …");
    return 0;
  }
  console.log(`\n${ending.what} The rest is being stopped; start again by npm start.`);
  return 1;
}

async function stopLeft({ leftServerPid }: LauncherLock): Promise<void> {
  if (leftServerPid) await stopLeftServer(leftServerPid);
}

/** Returns the environment for src/server/main.ts. PARLEY_DEMO allows the demo page and the demo's log-ins. */
export function serverEnvironment(
  database: Pick<OpenDatabase, "url" | "isEmbedded">,
  { port, demoPort }: Ports,
  { nodeEnvironment }: Pick<ServeMode, "nodeEnvironment">,
): Record<string, string> {
  return {
    DATABASE_URL: database.url,
    PORT: String(port),
    DEMO_PORT: String(demoPort),
    PARLEY_SECRETS_FILE: resolve(ensureSecretsFile()),
    PARLEY_DEMO: database.isEmbedded ? "1" : "0",
    NODE_ENV: nodeEnvironment,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
