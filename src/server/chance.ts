/** Chance, as an argument: returns a whole number from 0 to `below - 1`. The demo's gives the same series each time. */
export type Chance = (below: number) => number;
