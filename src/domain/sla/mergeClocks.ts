import type { SlaClock, SlaMetric } from "./slaClock";

/** These are promised once: what one of two merged sequences has had, both have had. */
const ONCE: ReadonlySet<SlaMetric> = new Set<SlaMetric>(["pick_up", "first_reply"]);

/**
 * The clock of a merged sequence (O6) for a metric that both sequences have: the earlier start wins, with its pauses;
 * a pick-up or first reply that is met stays met; of the other metrics, the clock that is not met goes on.
 *
 * @throws RangeError when the two clocks measure different things
 */
export function mergeClocks(kept: SlaClock, absorbed: SlaClock): SlaClock {
  if (kept.metric !== absorbed.metric) throw new RangeError(`cannot merge ${absorbed.metric} into ${kept.metric}`);

  const isKeptMet = kept.metAtMs !== null;
  const isAbsorbedMet = absorbed.metAtMs !== null;
  if (isKeptMet !== isAbsorbedMet) return isKeptMet === ONCE.has(kept.metric) ? kept : absorbed;

  const first = absorbed.startedAtMs < kept.startedAtMs ? absorbed : kept;
  return {
    ...kept,
    startedAtMs: first.startedAtMs,
    pauses: first.pauses,
    carried: first.carried,
    metAtMs: earlier(kept.metAtMs, absorbed.metAtMs),
    breachedAtMs: earlier(kept.breachedAtMs, absorbed.breachedAtMs),
  };
}

function earlier(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
