const STEPS_MS = [1_000, 2_000, 5_000, 15_000, 30_000] as const;

/**
 * How long to wait before try number `attempt` (from 0): 1, 2, 5, 15, then 30 s, each less up to a half by `chance`
 * (0 to 1), so that a thousand tabs do not come back in the same instant.
 */
export function backOffMs(attempt: number, chance: number): number {
  const stepMs = STEPS_MS[Math.min(attempt, STEPS_MS.length - 1)] ?? STEPS_MS[0];
  return Math.round(stepMs * (1 - chance / 2));
}
