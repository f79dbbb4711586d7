import { isNewer } from "@/domain/pov/position";
import type { MeView } from "../views/organizationViews";
import type { HeardEvent } from "./repEvent";

/** The viewer as they are now: events since `me` was read change availability, absence and load. */
export function foldMe(me: MeView, heard: readonly HeardEvent[]): MeView {
  const last = heard.findLast(({ position, event }) => event.type === "load" && isNewer(position, me.asOf));
  if (last?.event.type !== "load") return me;
  const { availability, used, capacity, absence } = last.event;
  return { ...me, availability, absence, load: { used, capacity } };
}
