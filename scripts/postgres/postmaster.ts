import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { isProcessAlive } from "../launch/isProcessAlive";
import { waitUntil } from "../launch/waitUntil";

const STOP_BUDGET_MS = 60_000;

/**
 * Reads the process number of the PostgreSQL server that has the data folder open; undefined if there is none.
 * It never removes the pid file, which keeps two servers from opening the same data.
 */
export function postmasterPid(dataFolder: string): number | undefined {
  const path = join(dataFolder, "postmaster.pid");
  if (!existsSync(path)) return undefined;
  const pid = Number(readFileSync(path, "utf8").split("\n")[0]);
  return pid > 0 && isPostmaster(pid, dataFolder) ? pid : undefined;
}

/** Ends a PostgreSQL server in order ("fast": it closes connections and writes everything) and waits for its end. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (isProcessAlive(pid)) process.kill(pid, "SIGINT");
  if (await waitUntil(() => !isProcessAlive(pid), STOP_BUDGET_MS)) return;
  throw new ForeseenFailure(`PostgreSQL (process ${pid}) did not stop within ${STOP_BUDGET_MS / 1000} seconds.`);
}

/** After a restart of the machine the number may belong to another program. Only Linux lets us check. */
function isPostmaster(pid: number, dataFolder: string): boolean {
  if (!isProcessAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(dataFolder);
  } catch {
    return false;
  }
}
