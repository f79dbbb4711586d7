import type { LauncherLock } from "./command";

/** Returns the claim on the clone; commands that need one are listed in scripts/run.mjs. */
export function requireLock(lock: LauncherLock | undefined): LauncherLock {
  if (!lock)
    throw new Error("This command needs the clone for itself: add it to EXCLUSIVE_COMMANDS in scripts/run.mjs.");
  return lock;
}
