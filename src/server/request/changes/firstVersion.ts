import type { Chance } from "../../chance";

/** Far below what a column of versions holds. */
export const FIRST_VERSION_MAX = 1_000_000_000;

/**
 * The version that a sequence begins with: random, so that somebody who joins later learns from it no number of earlier
 * changes (P1).
 */
export function firstVersion(chance: Chance): number {
  return 1 + chance(FIRST_VERSION_MAX - 1);
}
