import { isNewer } from "@/domain/pov/position";
import type { MessagePage, MessageView } from "../views/conversationViews";
import type { HeardEvent, RepEvent } from "./repEvent";

/**
 * The messages of one interaction as they are now, made from its pages and the events since, ascending by ordinal. It
 * does not matter whether a page or an event came first, and an event that is heard twice changes nothing. A message
 * before the earliest page is left out, because an earlier page will have it.
 */
export function foldMessages(pages: readonly MessagePage[], heard: readonly HeardEvent[]): MessageView[] {
  const ascending = [...pages].sort((a, b) => firstOrdinal(a) - firstOrdinal(b));
  const byId = new Map(ascending.flatMap(({ messages }) => messages).map((each) => [each.id, each]));
  for (const { position, event } of heard) {
    const page = pageToldOf(event, ascending, byId);
    if (page && isNewer(position, page.asOf)) applyEvent(event, byId);
  }
  return [...byId.values()].sort((a, b) => a.ordinal - b.ordinal);
}

/** The page that an event may change; undefined if it is about another interaction or about unread pages. */
function pageToldOf(
  event: RepEvent,
  ascending: readonly MessagePage[],
  byId: ReadonlyMap<string, MessageView>,
): MessagePage | undefined {
  const interactionId = ascending[0]?.interactionId;
  if (event.type === "message" && event.message.interactionId === interactionId) {
    return pageOf(ascending, event.message.ordinal);
  }
  if (event.type === "message_removed" && event.interactionId === interactionId) {
    return pageOf(ascending, byId.get(event.messageId)?.ordinal ?? Number.POSITIVE_INFINITY);
  }
  return event.type === "hidden" && event.interactionId === interactionId ? ascending.at(-1) : undefined;
}

function applyEvent(event: RepEvent, byId: Map<string, MessageView>): void {
  if (event.type === "message") byId.set(event.message.id, event.message);
  if (event.type === "message_removed") byId.delete(event.messageId);
  if (event.type === "hidden") byId.clear();
}

/** The page that an ordinal belongs to; undefined if it lies before the pages that were read. */
function pageOf(ascending: readonly MessagePage[], ordinal: number): MessagePage | undefined {
  const earliest = ascending[0];
  const reachesBack = earliest !== undefined && !earliest.hasEarlier;
  return ascending.findLast((page) => firstOrdinal(page) <= ordinal) ?? (reachesBack ? earliest : undefined);
}

const firstOrdinal = ({ messages, hasEarlier }: MessagePage) =>
  hasEarlier ? (messages[0]?.ordinal ?? Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY;
