import { setTimeout as pause } from "node:timers/promises";

/** Waits as long as a person needs to read and write, or until the play is aborted. */
export async function think(durationMs: number, signal: AbortSignal): Promise<void> {
  await pause(durationMs, undefined, { signal }).catch(() => undefined);
}
