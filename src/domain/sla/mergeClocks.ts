import type { SlaClock, SlaMetric } from "./slaClock";

/** These are promised once: if one of two merged sequences met them, they are met. */
const ONCE: ReadonlySet<SlaMetric> = new Set<SlaMetric>(["pick_up", "first_reply"]);

/**
 * Merges the clocks of two sequences that are merged (O6), for a metric that both have. If only one clock is met, the
 * met one stays for pick-up and first reply, and the unmet one for other metrics. Otherwise the earlier start wins,
 * with its pauses.
 *
 * @throws RangeError if the two clocks have different metrics
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
