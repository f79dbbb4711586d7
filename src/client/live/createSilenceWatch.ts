/** Until a beat has said how often they come. */
const BEAT_EVERY_MS = 10_000;
const BEATS_MISSED_MAX = 3;
/** A beat may be late by so much of the time between two. */
const LATE_MAX = 0.5;

/**
 * Listens to a connection for signs of life. `onDead` is called once three beats in a row did not come, or where an
 * opening is not answered within the time of one; a connection can be dead without anybody having been told.
 */
export function createSilenceWatch(onDead: () => void) {
  let everyMs = BEAT_EVERY_MS;
  let heardMs = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const expect = (withinMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(onDead, withinMs);
  };
  return {
    /** An opening has begun. */
    opening() {
      heardMs = Date.now();
      expect(everyMs);
    },
    /** Something came; a beat says how often beats come. */
    heard(beatEveryMs = everyMs) {
      everyMs = beatEveryMs;
      heardMs = Date.now();
      expect(BEATS_MISSED_MAX * everyMs);
    },
    /** Whether a beat is overdue already, as when a device has slept and its timers with it. */
    isOverdue: () => Date.now() - heardMs > (1 + LATE_MAX) * everyMs,
    stop: () => clearTimeout(timer),
  };
}
