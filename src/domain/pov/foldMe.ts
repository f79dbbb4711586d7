import type { MeView } from "../views/repViews";
import type { HeardEvent } from "./heardEvent";
import { isNewer } from "./position";

/** The viewer as they stand now: availability and load follow what was heard since `me` was read. */
export function foldMe(me: MeView, heard: readonly HeardEvent[]): MeView {
  const last = heard.findLast(({ position, event }) => event.type === "load" && isNewer(position, me.asOf));
  if (last?.event.type !== "load") return me;
  const { availability, used, capacity } = last.event;
  return { ...me, availability, load: { used, capacity } };
}
