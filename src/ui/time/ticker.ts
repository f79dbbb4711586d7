const TICK_MS = 1_000;

/**
 * The one clock of a tab: it tells server time once a second. It stops while the tab is hidden or has no listener, and
 * catches up at once afterwards.
 */
export function createTicker(readMs: () => number) {
  const listeners = new Set<() => void>();
  let offsetMs = 0;
  let currentMs = readMs();
  let timer: ReturnType<typeof setInterval> | undefined;

  const tick = () => {
    currentMs = readMs() + offsetMs;
    for (const listener of listeners) listener();
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const start = () => {
    if (timer !== undefined || listeners.size === 0) return;
    timer = setInterval(tick, TICK_MS);
    tick();
  };

  return {
    /** Server time of the last tick, epoch ms. */
    nowMs: () => currentMs,
    /** Sets how far the server's clock is ahead of this device's, in ms. */
    setOffsetMs(nextOffsetMs: number) {
      offsetMs = nextOffsetMs;
      tick();
    },
    /** Stops the clock while `isHidden`; it catches up at once afterwards. */
    setHidden(isHidden: boolean) {
      if (isHidden) stop();
      else start();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
  };
}

/** The ticker of this tab. */
export const ticker = createTicker(() => Date.now());

if (typeof document !== "undefined") {
  document.addEventListener("visibilitychange", () => ticker.setHidden(document.hidden));
}
