import { existsSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { isProcessAlive } from "../launch/isProcessAlive";
import { waitUntil } from "../launch/waitUntil";

const STOP_BUDGET_MS = 60_000;
/** A server that works stops within this time, unless it has much to write. */
const QUICK_STOP_MS = 1_000;
const SILENT_AFTER_MS = 4_000;
/** The first words of PostgreSQL's protocol by which a client asks for encryption. A living server answers "S" or "N". */
const ENCRYPTION_ASKED = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

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

/**
 * Ends a PostgreSQL server in order ("fast": it closes connections and writes everything) and waits for its end. One that
 * is frozen is killed: it would never end, and at its next start it recovers all that it acknowledged.
 */
export async function stopPostmaster(pid: number, dataFolder: string): Promise<void> {
  if (!isProcessAlive(pid)) return;
  const port = portIn(dataFolder);
  process.kill(pid, "SIGINT");
  const hasEnded = () => !isProcessAlive(pid);
  if (await waitUntil(hasEnded, QUICK_STOP_MS)) return;
  if (port !== undefined && (await isSilent(port)) && !hasEnded()) {
    console.log("PostgreSQL does not answer and is killed; it recovers at its next start, and nothing is lost.");
    for (const each of [pid, ...childrenOf(pid)]) killNow(each);
  }
  if (await waitUntil(hasEnded, STOP_BUDGET_MS)) return;
  throw new ForeseenFailure(`PostgreSQL (process ${pid}) did not stop within ${STOP_BUDGET_MS / 1000} seconds.`);
}

/** The port in the pid file, where it has been the fourth line for many versions. */
function portIn(dataFolder: string): number | undefined {
  const path = join(dataFolder, "postmaster.pid");
  const port = existsSync(path) ? Number(readFileSync(path, "utf8").split("\n")[3]) : 0;
  return port > 0 ? port : undefined;
}

/** Whether a server accepts a connection and says nothing. One that is about to stop refuses, or answers. */
function isSilent(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(ENCRYPTION_ASKED));
    const settle = (isIt: boolean) => {
      socket.destroy();
      resolve(isIt);
    };
    socket.once("data", () => settle(false));
    socket.once("close", () => settle(false));
    socket.once("error", () => settle(false));
    socket.setTimeout(SILENT_AFTER_MS, () => settle(true));
  });
}

/** Its own children would hold its memory, and a frozen child does not notice that it is alone. Only Linux lists them. */
function childrenOf(pid: number): number[] {
  const path = `/proc/${pid}/task/${pid}/children`;
  return existsSync(path) ? readFileSync(path, "utf8").split(" ").filter(Boolean).map(Number) : [];
}

function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
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
