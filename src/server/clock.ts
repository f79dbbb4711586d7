/** The time, as an argument: tests turn it by hand. */
export type Clock = { now(): Date };
