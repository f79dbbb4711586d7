import type { BackchannelRow } from "../views/backchannelViews";
import type { InteractionView } from "../views/conversationViews";
import type { HeardEvent } from "./repEvent";

/**
 * The viewer's backchannels as they are now, the latest first. The list has no position, so the last event of each
 * backchannel counts; every change sends one.
 */
export function foldBackchannels(rows: readonly BackchannelRow[], heard: readonly HeardEvent[]): BackchannelRow[] {
  const byId = new Map(rows.map((row) => [row.interactionId, row]));
  for (const { event } of heard) {
    if (event.type === "backchannel") byId.set(event.row.interactionId, event.row);
    if (event.type === "hidden" && event.interactionId !== null) byId.delete(event.interactionId);
    if (event.type === "interaction" && !isListed(event.interaction)) byId.delete(event.interaction.id);
  }
  return [...byId.values()].sort(latestFirst);
}

/**
 * Whether an interaction is in the list: it has not ended, and the viewer is invited or takes part. An invitation to a
 * customer's interaction is listed until it is answered. From then on it is among the requests.
 */
const isListed = ({ viewer, endedAt, audience }: InteractionView) =>
  endedAt === null && (viewer === "invited" || (viewer === "taking_part" && audience === "internal"));

const latestFirst = (a: BackchannelRow, b: BackchannelRow) =>
  lastActiveMs(b) - lastActiveMs(a) || (a.interactionId < b.interactionId ? 1 : -1);

const lastActiveMs = ({ lastMessageAt, startedAt }: BackchannelRow) => (lastMessageAt ?? startedAt).getTime();

/** One interaction as it is now, by its last event; null once it is hidden from the viewer. */
export function foldInteraction(view: InteractionView, heard: readonly HeardEvent[]): InteractionView | null {
  let now: InteractionView | null = view;
  for (const { event } of heard) {
    if (event.type === "interaction" && event.interaction.id === view.id) now = event.interaction;
    if (event.type === "hidden" && event.interactionId === view.id) now = null;
  }
  return now;
}
