const LOADED_AFTER_MS = 2_000;

/** Loads code while nobody waits for anything. What could not be had is asked for again where it is needed. */
export function loadWhenIdle(load: () => Promise<unknown>): void {
  // Safari knows no idle time.
  const later = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, LOADED_AFTER_MS));
  later(() => void load().catch(() => undefined));
}
