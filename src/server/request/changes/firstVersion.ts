import { randomInt } from "node:crypto";

/** Far below what a column of versions holds. */
export const FIRST_VERSION_MAX = 1_000_000_000;

/**
 * The version that a sequence begins with: random, so that somebody who joins later learns from it no number of earlier
 * changes (P1).
 */
export function firstVersion(): number {
  return randomInt(1, FIRST_VERSION_MAX);
}
