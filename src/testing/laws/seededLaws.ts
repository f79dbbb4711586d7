import fc from "fast-check";

const SEED = 20_261_128;

/**
 * Gives every law without its own seed the same one, so that all runs are the same. PARLEY_LAW_SEED tries another seed.
 * A counterexample that it finds becomes an example of its law.
 */
fc.configureGlobal({ seed: Number(process.env.PARLEY_LAW_SEED ?? SEED) });
