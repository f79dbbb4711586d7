/** Pseudo-random numbers that are the same for the same seed. */
export type SeededChance = {
  /** A whole number from 0 to 2³² − 1. */
  readonly bits: () => number;
};

/** A generator (xorshift) that is fast enough for one number per weight. */
export function seededChance(seed: number): SeededChance {
  // Spread the seed first: xorshift never leaves zero, and small seeds would begin alike.
  let state = Math.imul((seed ^ 0x9e3779b9) | 1, 0x85ebca6b) | 1;
  return {
    bits() {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state >>> 0;
    },
  };
}

/** The bound that `bits` is below with this probability. */
export function bitsBelow(share: number): number {
  return share * 2 ** 32;
}

/** Shuffles the numbers in place. */
export function shuffle(numbers: Int32Array, { bits }: SeededChance): void {
  for (let last = numbers.length - 1; last > 0; last--) {
    const other = bits() % (last + 1);
    const moved = numbers[last] ?? 0;
    numbers[last] = numbers[other] ?? 0;
    numbers[other] = moved;
  }
}
