/** Chances that come out the same for the same seed. */
export interface SeededRandom {
  /** From 0 up to, but not including, 1. */
  fraction(): number;
  between(least: number, below: number): number;
  chance(probability: number): boolean;
  /** One of a list; throws a RangeError on an empty one. */
  pick<Item>(items: readonly Item[]): Item;
}

/** Makes chances from a seed (mulberry32): one run can be played again, and each customer has chances of its own. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    fraction,
    between: (least, below) => least + fraction() * (below - least),
    chance: (probability) => fraction() < probability,
    pick(items) {
      const picked = items[Math.floor(fraction() * items.length)];
      if (picked === undefined) throw new RangeError("Nothing to pick from.");
      return picked;
    },
  };
}
