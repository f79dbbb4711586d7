const LOADED_AFTER_MS = 2_000;

/** Loads code when the browser is idle. A failure is ignored: the code is loaded again where it is needed. */
export function loadWhenIdle(load: () => Promise<unknown>): void {
  // Safari has no requestIdleCallback.
  const later = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, LOADED_AFTER_MS));
  later(() => void load().catch(() => undefined));
}
