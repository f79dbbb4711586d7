import type { HeardEvent, RepEvent } from "@/contract/live/repEvent";
import { createCallbacks } from "../createCallbacks";

/** Beyond this many events it is cheaper to read the pages again. */
const HEARD_MAX = 5_000;

/**
 * The events that this tab heard, oldest first. Each event carries the whole of what it is about, so a later event
 * replaces an earlier one about the same thing. `contract/live/fold*` folds them onto pages.
 *
 * @param onFull called when there are more than `heardMax`: all are dropped, and pages must be read again
 */
export function createHeardEvents(onFull: () => void, heardMax = HEARD_MAX) {
  const byKey = new Map<string, HeardEvent>();
  const listeners = createCallbacks<[]>();
  let events: readonly HeardEvent[] = [];

  const publish = () => {
    events = [...byKey.values()];
    listeners.call();
  };

  return {
    /** All events; the same array until one is added or forgotten. */
    all: () => events,
    add(added: readonly HeardEvent[]) {
      for (const each of added) {
        const key = keyOf(each.event);
        byKey.delete(key);
        byKey.set(key, each);
      }
      const isFull = byKey.size > heardMax;
      if (isFull) byKey.clear();
      if (added.length > 0) publish();
      if (isFull) onFull();
    },
    /** Forgets these events, once pages that contain them have been read. */
    forget(forgotten: readonly HeardEvent[]) {
      const gone = new Set(forgotten);
      for (const [key, each] of byKey) if (gone.has(each)) byKey.delete(key);
      publish();
    },
    subscribe: listeners.add,
  };
}

/** What an event is about. A `hidden` event replaces no other kind, since it may concern several things. */
function keyOf(event: RepEvent): string {
  switch (event.type) {
    case "message":
      return `message ${event.message.id}`;
    case "message_removed":
      return `message ${event.messageId}`;
    case "interaction":
      return `interaction ${event.interaction.id}`;
    case "backchannel":
      return `backchannel ${event.row.interactionId}`;
    case "followed":
      return `followed ${event.sequenceId}`;
    case "sequence":
      return `sequence ${event.row.sequenceId}`;
    case "hidden":
      return `hidden ${event.interactionId} ${event.sequenceId}`;
    case "typing":
      return `typing ${event.interactionId} ${event.name}`;
    case "load":
    case "board":
    case "board_moved":
    case "resync":
      return event.type;
  }
}
