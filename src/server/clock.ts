/** The time, as an argument. Tests turn it by hand. */
export type Clock = { now(): Date };
