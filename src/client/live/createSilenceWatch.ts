/** Assumed until a beat says how often beats come. */
const BEAT_EVERY_MS = 10_000;
const BEATS_MISSED_MAX = 3;
/** A beat may be late by this share of the time between two beats. */
const LATE_MAX = 0.5;

/**
 * Finds out that a connection is dead, which no event tells. Calls `onDead` when three beats in a row are missing, or
 * when an opening is not answered within the time of one beat.
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
    /** To be called when an opening begins. */
    opening() {
      heardMs = Date.now();
      expect(everyMs);
    },
    /** To be called when something came; a beat also says how often beats come. */
    heard(beatEveryMs = everyMs) {
      everyMs = beatEveryMs;
      heardMs = Date.now();
      expect(BEATS_MISSED_MAX * everyMs);
    },
    /** Whether a beat is overdue although no timer has fired, as after the device has slept. */
    isOverdue: () => Date.now() - heardMs > (1 + LATE_MAX) * everyMs,
    stop: () => clearTimeout(timer),
  };
}
