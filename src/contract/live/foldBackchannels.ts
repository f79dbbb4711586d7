import type { BackchannelRow, HeardEvent, InteractionView } from "../views/repViews";

/**
 * The backchannels that concern the viewer as they stand now, the latest first. Their list carries no position:
 * the last thing heard of each is taken, since every change of one is told.
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
 * Who has left keeps what was there, but not its line; what has ended has none for anybody. What one is invited to
 * beside a customer is listed until it is answered: from then on it is one of the requests.
 */
const isListed = ({ viewer, endedAt, audience }: InteractionView) =>
  endedAt === null && (viewer === "invited" || (viewer === "taking_part" && audience === "internal"));

const latestFirst = (a: BackchannelRow, b: BackchannelRow) =>
  lastActiveMs(b) - lastActiveMs(a) || (a.interactionId < b.interactionId ? 1 : -1);

const lastActiveMs = ({ lastMessageAt, startedAt }: BackchannelRow) => (lastMessageAt ?? startedAt).getTime();

/** One interaction as it stands now, by the last thing heard of it; null once it is hidden from the viewer. */
export function foldInteraction(view: InteractionView, heard: readonly HeardEvent[]): InteractionView | null {
  let now: InteractionView | null = view;
  for (const { event } of heard) {
    if (event.type === "interaction" && event.interaction.id === view.id) now = event.interaction;
    if (event.type === "hidden" && event.interactionId === view.id) now = null;
  }
  return now;
}
