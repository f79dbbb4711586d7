/**
 * How a page says for whom it was drawn: the party id of its viewer, with every call in this header, and in the address
 * of what cannot carry one, such as a stream. Whoever is signed in by then gets an answer only if that is them.
 */
export const DRAWN_FOR_HEADER = "x-parley-viewer";
export const DRAWN_FOR_PARAMETER = "viewer";

/** "1" in the address of a stream whose page pulses: it counts as there by its pulses, and not by the stream alone. */
export const PULSED_PARAMETER = "pulsed";
