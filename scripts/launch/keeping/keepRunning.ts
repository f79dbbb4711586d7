import { setTimeout as pause } from "node:timers/promises";

/** A process that the launcher started, such as the server or PostgreSQL. */
export interface Kept {
  /** Resolves when it has ended, and says how: "was ended by SIGKILL". */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** A process that is started again whenever it ends by itself. */
export interface KeptRunning<Process extends Kept> {
  present(): Process;
  /** Resolves once it is ready for the first time. */
  readonly ready: Promise<void>;
  /** Resolves with a sentence when it has ended too often to be started again. */
  readonly givenUp: Promise<string>;
  stop(): Promise<void>;
}

export interface Keeping<Process extends Kept> {
  /** As a sentence begins: "The server". */
  readonly name: string;
  readonly first: Process;
  /** Starts another one and resolves once its process exists. A rejection counts as an end. */
  start(signal: AbortSignal): Promise<Process>;
  /** Resolves once a process is ready. Without this every process is ready at once. */
  whenReady?(process: Process): Promise<void>;
  say?(line: string): void;
  nowMs?(): number;
  wait?(ms: number): Promise<unknown>;
}

/** The waits before the first, second and further restarts in a row. */
const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000] as const;
/** The same before it was ever ready. A fault of every start shows soon. */
const FIRST_WAITS_MS = [500, 2_000] as const;
/** The start is not the cause of an end that comes so much later. */
const STABLE_MS = 60_000;

/**
 * Keeps a process running. It starts the process again after a growing wait, and gives up after too many quick ends in
 * a row: five restarts, or two if the process was never ready.
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

  /** Starts the next process and waits for its end. A failed start is an end, too. */
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
