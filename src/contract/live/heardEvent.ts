import type { RepEvent } from "../views/repViews";

/** One event of a member's stream, with how far the stream had got when it was sent. */
export type HeardEvent = { position: string; event: RepEvent };
