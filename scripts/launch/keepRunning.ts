import { setTimeout as pause } from "node:timers/promises";

/** A process of ours, such as the server or PostgreSQL. */
export interface Kept {
  /** Resolves when it has ended, with how: "was ended by SIGKILL". */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** A process that is started again whenever it ends by itself. */
export interface KeptRunning<Process extends Kept> {
  present(): Process;
  /** Resolves with a sentence when it has ended too often to be started once more. */
  readonly givenUp: Promise<string>;
  stop(): Promise<void>;
}

export interface Keeping<Process extends Kept> {
  /** As a sentence begins: "The server". */
  readonly name: string;
  readonly first: Process;
  /** Starts another one and resolves once its process is there; what it rejects with counts as an end. */
  start(signal: AbortSignal): Promise<Process>;
  say?(line: string): void;
  nowMs?(): number;
  wait?(ms: number): Promise<unknown>;
}

/** Waits before the first, second and further restarts in a row. */
const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000] as const;
/** What has run for so long did not end because of how it was started. */
const STABLE_MS = 60_000;

/** Keeps a process running: started again after a wait that grows, and given up when it keeps ending soon. */
export function keepRunning<Process extends Kept>(keeping: Keeping<Process>): KeptRunning<Process> {
  const { name, start, say = console.log, nowMs = Date.now, wait = pause } = keeping;
  let present = keeping.first;
  let starting: Promise<unknown> = Promise.resolve();
  let startedAtMs = nowMs();
  let quickEnds = 0;
  const stopping = new AbortController();

  /** The next end of the process: its own, or that it could not be started. */
  const nextEnd = async (): Promise<string> => {
    startedAtMs = nowMs();
    try {
      const started = start(stopping.signal);
      starting = started;
      present = await started;
    } catch (error) {
      return `could not be started (${error instanceof Error ? error.message : String(error)})`;
    }
    return present.ended;
  };
  const follow = async (): Promise<string> => {
    for (let how = await present.ended; !stopping.signal.aborted; how = await nextEnd()) {
      if (nowMs() - startedAtMs >= STABLE_MS) quickEnds = 0;
      const waitMs = WAITS_MS[quickEnds];
      if (waitMs === undefined) return `${name} ${how}, for the ${WAITS_MS.length + 1}th time in a row.`;
      quickEnds += 1;
      say(`${name} ${how}; it is started again in ${waitMs / 1_000} s.`);
      await wait(waitMs);
      if (stopping.signal.aborted) break;
    }
    return new Promise<never>(() => undefined);
  };
  const givenUp = follow();
  return {
    present: () => present,
    givenUp,
    async stop() {
      stopping.abort();
      await starting.catch(() => undefined);
      await present.stop();
    },
  };
}
