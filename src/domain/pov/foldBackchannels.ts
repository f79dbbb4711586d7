import type { BackchannelRow } from "../views/repViews";
import type { HeardEvent } from "./heardEvent";

/**
 * The backchannels that concern the viewer as they stand now, the latest first. Their list carries no position:
 * the last thing heard of each is taken, since every change of one is told.
 */
export function foldBackchannels(rows: readonly BackchannelRow[], heard: readonly HeardEvent[]): BackchannelRow[] {
  const byId = new Map(rows.map((row) => [row.interactionId, row]));
  for (const { event } of heard) {
    if (event.type === "backchannel") byId.set(event.row.interactionId, event.row);
    if (event.type === "hidden" && event.interactionId !== null) byId.delete(event.interactionId);
  }
  return [...byId.values()].sort(latestFirst);
}

const latestFirst = (a: BackchannelRow, b: BackchannelRow) =>
  lastActiveMs(b) - lastActiveMs(a) || (a.interactionId < b.interactionId ? 1 : -1);

const lastActiveMs = ({ lastMessageAt, startedAt }: BackchannelRow) => (lastMessageAt ?? startedAt).getTime();
