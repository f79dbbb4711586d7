/** What scripts/run.mjs passes to a command: the words after its name, and the claim on the clone if it needs one. */
export interface CommandCall {
  readonly arguments: readonly string[];
  readonly lock?: LauncherLock;
}

/** The claim of scripts/launch/launcherLock.mjs. */
export interface LauncherLock {
  /** A server that an earlier launcher left behind when it was killed. */
  readonly leftServerPid: number | undefined;
  /** Remembers the server that the launcher started, by its process and its port. */
  recordServer(pid: number, port: number): void;
  release(): void;
}

/** Returns the claim on the clone. @throws Error if scripts/run.mjs does not list the command as one that needs it */
export function requireLock(lock: LauncherLock | undefined): LauncherLock {
  if (!lock)
    throw new Error("This command needs the clone for itself: add it to EXCLUSIVE_COMMANDS in scripts/run.mjs.");
  return lock;
}
