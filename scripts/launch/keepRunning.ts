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
  /** Resolves once it is of use for the first time. */
  readonly ready: Promise<void>;
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
  /** Resolves once a process is of use; without it every process is so at once. */
  whenReady?(process: Process): Promise<void>;
  say?(line: string): void;
  nowMs?(): number;
  wait?(ms: number): Promise<unknown>;
}

/** Waits before the first, second and further restarts in a row. */
const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000] as const;
/** The same while it has not been of use yet: what breaks every start is found out soon. */
const FIRST_WAITS_MS = [500, 2_000] as const;
/** What was of use for so long did not end because of how it was started. */
const STABLE_MS = 60_000;

/**
 * Keeps a process running: started again after a wait that grows, and given up when it keeps ending soon, sooner still
 * when it was never of use at all.
 */
export function keepRunning<Process extends Kept>(keeping: Keeping<Process>): KeptRunning<Process> {
  const { name, start, whenReady, say = console.log, nowMs = Date.now, wait = pause } = keeping;
  let present = keeping.first;
  let starting: Promise<unknown> = Promise.resolve();
  let readyAtMs: number | null = null;
  let hasBeenReady = false;
  let quickEnds = 0;
  let tellReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    tellReady = resolve;
  });
  const stopping = new AbortController();

  /** The next end of the process: its own, or that it could not be started. */
  const nextEnd = async (): Promise<string> => {
    try {
      const started = start(stopping.signal);
      starting = started;
      present = await started;
    } catch (error) {
      return `could not be started (${error instanceof Error ? error.message : String(error)})`;
    }
    return endOf(present);
  };
  const endOf = async (process: Process): Promise<string> => {
    const noteReady = () => {
      if (present !== process || stopping.signal.aborted) return;
      if (whenReady && (hasBeenReady || quickEnds > 0)) say(`${name} runs again.`);
      readyAtMs = nowMs();
      hasBeenReady = true;
      tellReady();
    };
    if (whenReady) whenReady(process).then(noteReady, () => undefined);
    else noteReady();
    const how = await process.ended;
    return readyAtMs === null ? `${how} before it was ready` : how;
  };
  /** How long to wait after an end; undefined once there were too many. */
  const nextWaitMs = (): number | undefined => {
    if (readyAtMs !== null && nowMs() - readyAtMs >= STABLE_MS) quickEnds = 0;
    readyAtMs = null;
    return (hasBeenReady ? WAITS_MS : FIRST_WAITS_MS)[quickEnds];
  };
  const follow = async (): Promise<string> => {
    for (let how = await endOf(present); !stopping.signal.aborted; how = await nextEnd()) {
      const waitMs = nextWaitMs();
      if (waitMs === undefined) return `${name} ${how}, ${quickEnds + 1} times in a row.`;
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
    ready,
    givenUp,
    async stop() {
      stopping.abort();
      await starting.catch(() => undefined);
      await present.stop();
    },
  };
}
