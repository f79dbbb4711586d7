import type { Clock } from "@/server/clock";

/** A clock that a test turns by hand. */
export type FakeClock = Clock & {
  set(at: Date): void;
  /** Moves on by so many milliseconds. */
  advance(byMs: number): void;
};

/** A clock that stands at `at`, by default a Tuesday at ten in the morning UTC, until it is turned. */
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
