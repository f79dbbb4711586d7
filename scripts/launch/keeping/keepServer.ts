import { withClient } from "../../database/withClient";
import { waitUntil } from "../waitUntil";
import { type KeptRunning, keepRunning } from "./keepRunning";
import { type RunningServer, startServer } from "./startServer";

const DATABASE_BUDGET_MS = 10 * 60_000;
/** A database that was asked and never answers would keep the server from being started again. */
const ANSWER_WITHIN_MS = 5_000;

/** What a server or worker of ours is started with. */
export interface ServerStart {
  /** As a sentence begins: "The server". */
  readonly name: string;
  readonly nodeArguments: readonly string[];
  readonly environment: Record<string, string>;
  /** Called for every process that is started, including the first. */
  onStart?(server: RunningServer): void;
  /** Resolves once the server answers. If it rejects, the server is killed. */
  whenReady?(server: RunningServer): Promise<void>;
}

/** Starts one process and calls `onStart`. */
export function startKeptServer({ nodeArguments, environment, onStart }: ServerStart): RunningServer {
  const server = startServer(nodeArguments, environment);
  onStart?.(server);
  return server;
}

/** Starts a server and keeps it running: whenever it ends, another one is started as soon as its database answers. */
export function keepServer(start: ServerStart): KeptRunning<RunningServer> {
  const { whenReady } = start;
  return keepRunning({
    name: start.name,
    first: startKeptServer(start),
    ...(whenReady ? { whenReady: (server: RunningServer) => readyOrEnded(server, whenReady) } : {}),
    async start(signal) {
      await waitUntil(
        async () => signal.aborted || (await answers(start.environment.DATABASE_URL ?? "")),
        DATABASE_BUDGET_MS,
      );
      signal.throwIfAborted();
      return startKeptServer(start);
    },
  });
}

/**
 * Waits until a server answers. One that hangs on its start is ended, since it would keep the next from being tried.
 */
export async function readyOrEnded(
  server: RunningServer,
  whenReady: NonNullable<ServerStart["whenReady"]>,
): Promise<void> {
  try {
    await whenReady(server);
  } catch (error) {
    server.kill();
    throw error;
  }
}

function answers(databaseUrl: string): Promise<boolean> {
  return withClient(databaseUrl, (client) => client.query("select 1"), { queryWithinMs: ANSWER_WITHIN_MS }).then(
    () => true,
    () => false,
  );
}
