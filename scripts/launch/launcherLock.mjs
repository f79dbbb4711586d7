import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { foreseen } from "./foreseen.mjs";
import { processStart } from "./processStart.mjs";

const LOCK_PATH = join(".parley", "launcher.json");

/**
 * Claims the clone for this process, and names a server that an earlier, killed launcher left running.
 * Throws a foreseen error if another launcher of this clone runs.
 */
export function takeLauncherLock() {
  mkdirSync(".parley", { recursive: true, mode: 0o700 });
  const previous = readLock();
  if (previous && isAlive(previous.launcher)) {
    throw foreseen(
      `Parley already runs in this clone (process ${previous.launcher.pid}). Stop it first, or use a second clone with another PORT.`,
    );
  }
  const launcher = identify(process.pid);
  claim({ launcher }, previous);
  return {
    leftServerPid: previous?.server && isAlive(previous.server) ? previous.server.pid : undefined,
    recordServer: (pid, port) => replaceLock({ launcher, server: { ...identify(pid), port } }),
    release: () => rmSync(LOCK_PATH, { force: true }),
  };
}

/** Returns the port of the server that this clone runs now; undefined if none runs. */
export function runningServerPort() {
  const lock = readLock();
  return lock && isAlive(lock.launcher) && isAlive(lock.server) ? lock.server.port : undefined;
}

/** Two launchers may start at the same instant. The one that creates the file first has the clone. */
function claim(content, previous) {
  if (previous) return replaceLock(content);
  try {
    writeFileSync(LOCK_PATH, JSON.stringify(content), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    const winner = readLock();
    if (winner && isAlive(winner.launcher)) throw foreseen("Parley is being started in this clone by another process.");
    replaceLock(content);
  }
}

function replaceLock(content) {
  writeFileSync(`${LOCK_PATH}.new`, JSON.stringify(content), { mode: 0o600 });
  renameSync(`${LOCK_PATH}.new`, LOCK_PATH);
}

function readLock() {
  try {
    return JSON.parse(readFileSync(LOCK_PATH, "utf8"));
  } catch {
    return undefined;
  }
}

function identify(pid) {
  return { pid, startedAt: processStart(pid) };
}

function isAlive(identity) {
  return identity?.startedAt !== undefined && processStart(identity.pid) === identity.startedAt;
}
