/**
 * Where a page names the viewer it was drawn for, by their party id: in this header of every call, or in this parameter
 * of a URL where headers cannot be set, such as a stream's. If somebody else is signed in by now, the call is refused.
 */
export const DRAWN_FOR_HEADER = "x-parley-viewer";
export const DRAWN_FOR_PARAMETER = "viewer";

/** "1" in the URL of a stream whose page pulses. Presence then follows the pulses, and not the stream alone. */
export const PULSED_PARAMETER = "pulsed";
