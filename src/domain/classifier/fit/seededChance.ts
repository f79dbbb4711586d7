/** A stream of numbers that looks like chance and is the same for the same seed. */
export type SeededChance = {
  /** A whole number from 0 to 2³² − 1. */
  readonly bits: () => number;
};

/** Numbers from a seed, by xorshift: fast enough for one throw per weight. */
export function seededChance(seed: number): SeededChance {
  // Xorshift stays at nought for ever, and small seeds begin alike: the seed is spread first.
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

/** A chance as the bound that `bits` stays below so often. */
export function bitsBelow(share: number): number {
  return share * 2 ** 32;
}

/** Puts the numbers in another order, in place; every order is equally likely. */
export function shuffle(numbers: Int32Array, { bits }: SeededChance): void {
  for (let last = numbers.length - 1; last > 0; last--) {
    const other = bits() % (last + 1);
    const moved = numbers[last] ?? 0;
    numbers[last] = numbers[other] ?? 0;
    numbers[other] = moved;
  }
}
