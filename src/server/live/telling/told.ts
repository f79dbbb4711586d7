import type { ListEntry } from "../entries";

/** An event, and the entry after which it may be told. */
export type Told<Event> = { entry: ListEntry; event: Event };
