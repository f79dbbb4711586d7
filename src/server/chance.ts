/** Chance, as an argument: a whole number from 0, below `below`. The demo's comes out the same each time. */
export type Chance = (below: number) => number;
