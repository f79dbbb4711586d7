/** With beats every ten seconds a pulse every forty, well within the minute that an organization may shorten its patience to. */
const PULSE_AFTER_MS = 35_000;

/**
 * Says to the server that this page is there: a connection that broke without a word looks open for long. Called at
 * each beat of the stream, since timers of a hidden page come seldom; the first beats of a stream say nothing new.
 *
 * @param pulse a lost one is followed by the next
 */
export function createPulse(pulse: () => void, readMs: () => number): () => void {
  let pulsedMs = readMs();
  return () => {
    if (readMs() - pulsedMs < PULSE_AFTER_MS) return;
    pulsedMs = readMs();
    pulse();
  };
}
