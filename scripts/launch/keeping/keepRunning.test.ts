import { expect, test } from "vitest";
import { type Kept, keepRunning } from "./keepRunning";

const SECOND_MS = 1_000;

/** Processes that end on demand, and a clock that the test turns. */
function aStage(given: { hasToBecomeReady?: boolean } = {}) {
  const started: { end(how: string): void; kept: Kept; isStopped: boolean }[] = [];
  const said: string[] = [];
  const waits: number[] = [];
  const clock = { nowMs: 0 };
  const failures: string[] = [];
  let becomeReady: () => void = () => undefined;
  const newProcess = (): Kept => {
    let end: (how: string) => void = () => undefined;
    const ended = new Promise<string>((resolve) => {
      end = resolve;
    });
    const entry = {
      end,
      isStopped: false,
      kept: {
        ended,
        async stop() {
          entry.isStopped = true;
          end("ended with 0");
        },
      },
    };
    started.push(entry);
    return entry.kept;
  };
  const kept = keepRunning({
    name: "The server",
    first: newProcess(),
    async start() {
      const failure = failures.shift();
      if (failure !== undefined) throw new Error(failure);
      return newProcess();
    },
    ...(given.hasToBecomeReady
      ? {
          whenReady: () =>
            new Promise<void>((resolve) => {
              becomeReady = resolve;
            }),
        }
      : {}),
    say: (line) => void said.push(line),
    nowMs: () => clock.nowMs,
    async wait(ms) {
      waits.push(ms);
    },
  });
  /** Ends the present process and lets everything that follows happen. */
  const crash = async () => {
    started.at(-1)?.end("was ended by SIGKILL");
    await new Promise((resolve) => setImmediate(resolve));
  };
  const beReady = async () => {
    becomeReady();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { kept, started, said, waits, clock, failures, crash, beReady };
}

test("a process that ends is started again, with one line that says so", async () => {
  const stage = aStage();
  await stage.crash();
  expect(stage.started).toHaveLength(2);
  expect(stage.kept.present()).toBe(stage.started[1]?.kept);
  expect(stage.said).toEqual(["The server was ended by SIGKILL; it is started again in 0.5 s."]);
});

test("the waits grow, and after five restarts in a row the process is given up with a sentence", async () => {
  const stage = aStage();
  for (let count = 0; count < 6; count += 1) await stage.crash();
  expect(stage.waits).toEqual([500, 1_000, 2_000, 5_000, 10_000]);
  expect(await stage.kept.givenUp).toBe("The server was ended by SIGKILL, 6 times in a row.");
});

test("after a minute of running the count begins again", async () => {
  const stage = aStage();
  for (let count = 0; count < 12; count += 1) {
    stage.clock.nowMs += 60 * SECOND_MS;
    await stage.crash();
  }
  expect(stage.waits).toEqual(Array.from({ length: 12 }, () => 500));
});

test("a start that fails counts as an end, and says why", async () => {
  const stage = aStage();
  stage.failures.push("the port is taken", "the port is taken");
  await stage.crash();
  expect(stage.said).toEqual([
    "The server was ended by SIGKILL; it is started again in 0.5 s.",
    "The server could not be started (the port is taken); it is started again in 1 s.",
    "The server could not be started (the port is taken); it is started again in 2 s.",
  ]);
});

test("a stopped process stays stopped", async () => {
  const stage = aStage();
  await stage.kept.stop();
  await new Promise((resolve) => setImmediate(resolve));
  expect(stage.started).toHaveLength(1);
  expect(stage.said).toEqual([]);
});

test("a process that is killed on its first start is started again, and has all tries once it was ready", async () => {
  const stage = aStage({ hasToBecomeReady: true });
  await stage.crash();
  await stage.crash();
  await stage.beReady();
  await stage.kept.ready;
  expect(stage.said).toEqual([
    "The server was ended by SIGKILL before it was ready; it is started again in 0.5 s.",
    "The server was ended by SIGKILL before it was ready; it is started again in 2 s.",
    "The server runs again.",
  ]);
  stage.clock.nowMs += 60 * SECOND_MS;
  await stage.crash();
  expect(stage.said.at(-1)).toBe("The server was ended by SIGKILL; it is started again in 0.5 s.");
});

test("a process that was never ready is given up after three starts, however long each of them took", async () => {
  const stage = aStage({ hasToBecomeReady: true });
  for (let count = 0; count < 3; count += 1) {
    stage.clock.nowMs += 3_600 * SECOND_MS;
    await stage.crash();
  }
  expect(await stage.kept.givenUp).toBe("The server was ended by SIGKILL before it was ready, 3 times in a row.");
  expect(stage.started).toHaveLength(3);
});

test("a long start does not count as running: a process that then ends at once is given up all the same", async () => {
  const stage = aStage({ hasToBecomeReady: true });
  await stage.beReady();
  for (let count = 0; count < 6; count += 1) {
    stage.clock.nowMs += (count === 0 ? 0 : 3_600) * SECOND_MS;
    await stage.crash();
  }
  expect(await stage.kept.givenUp).toBe("The server was ended by SIGKILL before it was ready, 6 times in a row.");
});
