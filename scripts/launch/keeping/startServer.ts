import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { ForeseenFailure } from "../foreseenFailure";
import { isProcessAlive } from "../isProcessAlive";
import { waitUntil } from "../waitUntil";

const READY_BUDGET_MS = 120_000;
const STOP_BUDGET_MS = 30_000;
const ASK_BUDGET_MS = 5_000;

/** A running server or worker of ours. */
export interface RunningServer {
  readonly pid: number;
  /** Resolves with a sentence about how the process ended. */
  readonly ended: Promise<string>;
  /** Asks the process to end in order, and kills it after half a minute. */
  stop(): Promise<void>;
  /** Ends the process at once. */
  kill(): void;
}

/**
 * Starts a server or worker in its own process group, so that Ctrl-C reaches only the launcher, which stops things in
 * order. If the launcher is killed, the process notices and stops by itself (orphanGuard.mjs).
 */
export function startServer(nodeArguments: readonly string[], environment: Record<string, string>): RunningServer {
  const guard = ["--import", `file://${resolve("scripts/launch/keeping/orphanGuard.mjs")}`];
  const child = spawn(process.execPath, [...guard, "--enable-source-maps", ...nodeArguments], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, ...environment },
    detached: true,
  });
  const pid = child.pid;
  if (pid === undefined) throw new ForeseenFailure("The server's process could not be started.");
  const ended = new Promise<string>((resolveEnded) => {
    child.on("exit", (exitCode, signal) => resolveEnded(signal ? `was ended by ${signal}` : `ended with ${exitCode}`));
  });
  return { pid, ended, stop: () => stopChild(child, ended), kill: () => child.kill("SIGKILL") };
}

/** Waits until the server says that it is ready. @throws ForeseenFailure if it ends or stays silent */
export async function waitUntilReady(server: RunningServer, port: number): Promise<void> {
  let ending: string | undefined;
  void server.ended.then((how) => {
    ending = how;
  });
  let isReady = false;
  await waitUntil(async () => {
    isReady = await saysReady(port);
    return isReady || ending !== undefined;
  }, READY_BUDGET_MS);
  if (ending) throw new ForeseenFailure(`The server ${ending} before it was ready; its last lines stand above.`);
  if (!isReady) throw new ForeseenFailure(`The server was not ready within ${READY_BUDGET_MS / 1000} seconds.`);
}

/** Ends a server that a killed launcher left behind. */
export async function stopLeftServer(pid: number): Promise<void> {
  process.kill(pid, "SIGTERM");
  if (await waitUntil(() => !isProcessAlive(pid), STOP_BUDGET_MS)) return;
  process.kill(pid, "SIGKILL");
  await waitUntil(() => !isProcessAlive(pid), STOP_BUDGET_MS);
}

async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const reminder = setTimeout(() => child.kill("SIGKILL"), STOP_BUDGET_MS);
  await ended;
  clearTimeout(reminder);
}

async function saysReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`, {
      signal: AbortSignal.timeout(ASK_BUDGET_MS),
    });
    return answer.status === 200;
  } catch {
    return false;
  }
}
