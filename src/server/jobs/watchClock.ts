const LOOK_EVERY_MS = 5_000;
/** Clocks are corrected by less all the time. */
const SET_BACK_MS = 60_000;

/** Calls when the machine's clock was set back by a minute or more, until it is closed. */
export function watchClock(onSetBack: () => void): { close(): void } {
  const offsetMs = () => Date.now() - performance.now();
  let beforeMs = offsetMs();
  const timer = setInterval(() => {
    const nowMs = offsetMs();
    const isSetBack = beforeMs - nowMs >= SET_BACK_MS;
    beforeMs = nowMs;
    if (isSetBack) onSetBack();
  }, LOOK_EVERY_MS);
  timer.unref();
  return { close: () => clearInterval(timer) };
}
