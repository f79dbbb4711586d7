import { setTimeout as pause } from "node:timers/promises";

/** Waits as long as somebody needs to read and write, or shorter when the play is broken off. */
export async function think(durationMs: number, signal: AbortSignal): Promise<void> {
  await pause(durationMs, undefined, { signal }).catch(() => undefined);
}
