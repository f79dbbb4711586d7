import type { Chance } from "../../chance";

/** Far below the largest value of a version column. */
const FIRST_VERSION_MAX = 1_000_000_000;

/**
 * The first version of a sequence. It is random, so that the version tells a party who joins later nothing about the
 * number of earlier changes (P1).
 */
export function firstVersion(chance: Chance): number {
  return 1 + chance(FIRST_VERSION_MAX - 1);
}
