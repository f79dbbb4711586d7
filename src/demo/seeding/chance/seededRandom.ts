/** Random numbers that are the same for the same seed. */
export type SeededRandom = {
  /** From 0, below 1. */
  next(): number;
  /** A whole number from 0, below `below`. */
  whole(below: number): number;
  chance(share: number): boolean;
  /** @throws RangeError for an empty list */
  pick<Element>(list: readonly Element[]): Element;
  /** A duration such as people take: half are shorter than `medianMs`, a few much longer (`spread` 0.5 to 1.3). */
  durationMs(medianMs: number, spread: number): number;
  shuffled<Element>(list: readonly Element[]): Element[];
};

/** Random numbers from a seed (mulberry32). They are good enough for a demo, and not for secrets. */
export function seededRandom(seed: string): SeededRandom {
  let state = hashOf(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number) => Math.floor(next() * below);
  const random: SeededRandom = {
    next,
    whole,
    chance: (share) => next() < share,
    pick(list) {
      const element = list[whole(list.length)];
      if (element === undefined) throw new RangeError("an empty list has no element");
      return element;
    },
    durationMs(medianMs, spread) {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return Math.round(medianMs * Math.exp(normal * spread));
    },
    shuffled(list) {
      const keyed = list.map((element) => ({ element, key: next() }));
      return keyed.sort((a, b) => a.key - b.key).map(({ element }) => element);
    },
  };
  return random;
}

function hashOf(seed: string): number {
  let hash = 2_166_136_261;
  for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return hash;
}
