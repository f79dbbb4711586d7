import fc from "fast-check";

const SEED = 20_261_128;

/**
 * Gives every law that names no seed of its own the same one, so that a run is the same each time.
 * PARLEY_LAW_SEED tries others: what it finds becomes an example of its law.
 */
fc.configureGlobal({ seed: Number(process.env.PARLEY_LAW_SEED ?? SEED) });
