/** With a beat every 10 s this makes a pulse every 40 s. The shortest absence limit of an organization is one minute. */
const PULSE_AFTER_MS = 35_000;

/**
 * Tells the server that this page is still there, since a broken connection can look open for a long time. Returns a
 * function to be called at each beat of the stream (the timers of a hidden page are throttled). The first pulse comes
 * 35 s after the start.
 *
 * @param pulse sends one pulse; a lost one does no harm, since the next one follows
 */
export function createPulse(pulse: () => void, readMs: () => number): () => void {
  let pulsedMs = readMs();
  return () => {
    if (readMs() - pulsedMs < PULSE_AFTER_MS) return;
    pulsedMs = readMs();
    pulse();
  };
}
