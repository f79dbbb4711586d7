import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { makeBenchOrganization } from "../arrange/benchOrganization";
import type { BenchServer } from "../arrange/benchServer";
import { signInAll } from "../arrange/signInAll";
import { withDesk } from "../arrange/withDesk";
import type { BenchOptions } from "../benchOptions";
import { openCaller } from "../load/openCaller";
import { sendBody } from "../load/sendBody";
import { percentile } from "../report/percentile";

/** The memory of a server, and how quickly it answers others, while somebody sends bodies that are too long. */
export interface BodiesLevel {
  readonly what: string;
  /** The most memory that the process held; null if the system does not tell. */
  readonly memoryMb: number | null;
  readonly meGetP50Ms: number;
  readonly meGetP95Ms: number;
  /** The number of answers with each status. */
  readonly answers: Readonly<Record<string, number>>;
}

const CALL_EVERY_MS = 10;
const LOOK_EVERY_MS = 50;
const WINDOW_MS = 5_000;
const LONG_BYTES = 200_000_000;
const PASSWORD_BYTES = 1_000_000;
const AT_ONCE = 2;
const GUESSERS = 8;
const SIGN_IN = "/api/auth/callback/credentials";

/** Part e: very long bodies to a page and to signing in, and passwords of a megabyte. */
export function measureBodies(serverUrl: string, options: BenchOptions): Promise<readonly BodiesLevel[]> {
  return withDesk("e", { serverUrl, profileFolder: options.profileFolder }, async ({ db, open }) => {
    const organization = await makeBenchOrganization(db, { reps: 1, teams: 1, capacity: 9, teamsAtWork: 1 });
    const server = await open();
    const [cookie = ""] = await signInAll(server.url, organization.reps, organization);
    const send = (path: string) => () =>
      Promise.all(Array.from({ length: AT_ONCE }, () => sendBody(server.url, path, LONG_BYTES)));
    return [
      await measured("nothing", server, cookie, () => pause(WINDOW_MS, [])),
      await measured("2 × 200 MB to a page", server, cookie, send("/sign-in")),
      await measured("2 × 200 MB to sign-in", server, cookie, send(SIGN_IN)),
      await measured("passwords of 1 MB", server, cookie, () => guess(server.url)),
    ];
  });
}

async function guess(url: string): Promise<number[]> {
  const statuses: number[] = [];
  const endsAtMs = performance.now() + WINDOW_MS;
  const guesser = async () => {
    while (performance.now() < endsAtMs) statuses.push(await sendBody(url, SIGN_IN, PASSWORD_BYTES));
  };
  await Promise.all(Array.from({ length: GUESSERS }, guesser));
  return statuses;
}

async function measured(
  what: string,
  { url, pid }: BenchServer,
  cookie: string,
  work: () => Promise<readonly number[]>,
): Promise<BodiesLevel> {
  const caller = openCaller(url);
  const answerMs: number[] = [];
  const memory: number[] = [];
  let isOver = false;
  const look = setInterval(() => memory.push(memoryMb(pid) ?? 0), LOOK_EVERY_MS);
  const calls = (async () => {
    while (!isOver) {
      const beganMs = performance.now();
      await caller.get("/api/trpc/me.get", { cookie });
      answerMs.push(performance.now() - beganMs);
      await pause(CALL_EVERY_MS);
    }
  })();
  const answers: Record<string, number> = {};
  for (const status of await work()) answers[status] = (answers[status] ?? 0) + 1;
  isOver = true;
  await calls;
  clearInterval(look);
  return {
    what,
    memoryMb: memoryMb(pid) === null ? null : Math.max(...memory),
    meGetP50Ms: percentile(answerMs, 0.5),
    meGetP95Ms: percentile(answerMs, 0.95),
    answers,
  };
}

function memoryMb(pid: number): number | null {
  if (process.platform !== "linux") return null;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_024;
}
