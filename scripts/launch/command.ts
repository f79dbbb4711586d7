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
