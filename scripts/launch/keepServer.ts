import { withClient } from "../database/withClient";
import { type KeptRunning, keepRunning } from "./keepRunning";
import { type RunningServer, startServer } from "./startServer";
import { waitUntil } from "./waitUntil";

const DATABASE_BUDGET_MS = 10 * 60_000;

/** How a server of ours is started, and with what. */
export interface ServerStart {
  /** As a sentence begins: "The server". */
  readonly name: string;
  readonly nodeArguments: readonly string[];
  readonly environment: Record<string, string>;
  /** Called for every process that is started, the first one, too. */
  onStart?(server: RunningServer): void;
  /** Resolves once it answers; a server that does not in time is ended with what this rejects with. */
  whenReady?(server: RunningServer): Promise<void>;
}

/** Starts a server of ours. */
export function startKeptServer({ nodeArguments, environment, onStart }: ServerStart): RunningServer {
  const server = startServer(nodeArguments, environment);
  onStart?.(server);
  return server;
}

/** Keeps a server running that was started once; another one is started when its database answers. */
export function keepServer(first: RunningServer, start: ServerStart): KeptRunning<RunningServer> {
  const { whenReady } = start;
  return keepRunning({
    name: start.name,
    first,
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

/** A server that hangs on its start is of no use, and would keep the next one from being tried. */
async function readyOrEnded(server: RunningServer, whenReady: NonNullable<ServerStart["whenReady"]>): Promise<void> {
  try {
    await whenReady(server);
  } catch (error) {
    server.kill();
    throw error;
  }
}

function answers(databaseUrl: string): Promise<boolean> {
  return withClient(databaseUrl, (client) => client.query("select 1")).then(
    () => true,
    () => false,
  );
}
