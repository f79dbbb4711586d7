import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isProcessAlive } from "../launch/isProcessAlive";
import { waitUntil } from "../launch/waitUntil";

const WAIT_BUDGET_MS = 120_000;

/** Lets one process of this machine at a time do the work. The lock of a dead process does not count. */
export async function withFileLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  mkdirSync(dirname(path), { recursive: true });
  const isTaken = await waitUntil(() => tryToLock(path), WAIT_BUDGET_MS);
  if (!isTaken) throw new Error(`Another process has held ${path} for ${WAIT_BUDGET_MS / 1000} seconds.`);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function tryToLock(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    removeIfAbandoned(path);
    return false;
  }
}

function removeIfAbandoned(path: string): void {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    if (pid > 0 && !isProcessAlive(pid)) rmSync(path, { force: true });
  } catch {
    // The holder has just released it: the next try will see.
  }
}
