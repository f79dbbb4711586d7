import type { KeptRunning } from "./keepRunning";
import { readyOrEnded, type ServerStart, startKeptServer } from "./keepServer";
import type { SourceChanges } from "./serverSources";
import type { RunningServer } from "./startServer";

/** What a server is started again for, and what has to be done before. */
export interface Restarting {
  readonly changes: SourceChanges;
  /**
   * Brings what the changed sources need, such as a new migration. A failure is said, and the next change tries again.
   */
  prepare(): Promise<void>;
}

/**
 * Starts a server, and another one whenever its sources change; the present one is asked to end first. A server that
 * ends by itself or cannot be started waits for the next change, however often, so that `givenUp` never resolves.
 */
export function restartOnChange(start: ServerStart, { changes, prepare }: Restarting): KeptRunning<RunningServer> {
  let tellReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    tellReady = resolve;
  });
  let isStopping = false;
  let present = startKeptServer(start);
  let ended = present.ended;
  let restarted: Promise<void> = Promise.resolve();

  const noteReady = async (server: RunningServer, sinceMs?: number) => {
    if (start.whenReady) await readyOrEnded(server, start.whenReady);
    if (server !== present || isStopping) return;
    tellReady();
    if (sinceMs !== undefined) console.log(`${start.name} runs again, after ${secondsSince(sinceMs)} s.`);
  };
  const restart = async () => {
    const startedMs = performance.now();
    console.log(`${start.name} is started again: ${changeLine(changes.take())}.`);
    const [, prepared] = await Promise.allSettled([present.stop(), prepare()]);
    if (isStopping) return;
    if (prepared.status === "rejected") {
      ended = Promise.resolve(`could not be started (${messageOf(prepared.reason)})`);
      return;
    }
    present = startKeptServer(start);
    ended = present.ended;
    noteReady(present, startedMs).catch(() => undefined);
  };
  const follow = async () => {
    while (!isStopping) {
      const how = await Promise.race([ended, changes.settled()]);
      if (isStopping) return;
      if (how) console.log(`${start.name} ${how}. It is started again at the next change.`);
      await changes.settled();
      if (isStopping) return;
      restarted = restart();
      await restarted;
    }
  };
  noteReady(present).catch(() => undefined);
  void follow();
  return {
    present: () => present,
    ready,
    givenUp: new Promise(() => undefined),
    async stop() {
      isStopping = true;
      await changes.close();
      await restarted;
      await present.stop();
    },
  };
}

function changeLine([first, ...others]: readonly string[]): string {
  return others.length === 0 ? `${first} changed` : `${first} and ${others.length} more changed`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function secondsSince(startedMs: number): string {
  return ((performance.now() - startedMs) / 1_000).toFixed(1);
}
