import type { Clock } from "@/server/clock";

/** A clock that a test turns. */
export type FakeClock = Clock & {
  set(at: Date): void;
  /** Moves the clock on by so many milliseconds. */
  advance(byMs: number): void;
};

/** A clock that stands at `at` until it is turned; by default on a Tuesday at 10:00 UTC. */
export function fakeClock(at = new Date("2026-11-17T10:00:00.000Z")): FakeClock {
  let nowMs = at.getTime();
  return {
    now: () => new Date(nowMs),
    set(next) {
      nowMs = next.getTime();
    },
    advance(byMs) {
      nowMs += byMs;
    },
  };
}
