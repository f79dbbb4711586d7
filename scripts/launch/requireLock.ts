import type { LauncherLock } from "./command";

/** Returns the claim on the clone. @throws Error if scripts/run.mjs does not list the command as one that needs it */
export function requireLock(lock: LauncherLock | undefined): LauncherLock {
  if (!lock)
    throw new Error("This command needs the clone for itself: add it to EXCLUSIVE_COMMANDS in scripts/run.mjs.");
  return lock;
}
