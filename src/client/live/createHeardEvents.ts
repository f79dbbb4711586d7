import type { HeardEvent } from "@/contract/live/heardEvent";
import type { RepEvent } from "@/contract/views/repViews";

/** More than this and the tab has followed for too long: pages are read again instead. */
const HEARD_MAX = 5_000;

/**
 * What this tab heard, oldest first. Of several events about one thing only the last is kept, since each carries all
 * of it; so it stays as small as what people are looking at. Folding is the business of `domain/pov/fold*`.
 *
 * @param onFull told when the bound is reached: everything is forgotten then, and pages must be read again
 */
export function createHeardEvents(onFull: () => void, heardMax = HEARD_MAX) {
  const byKey = new Map<string, HeardEvent>();
  const listeners = new Set<() => void>();
  let events: readonly HeardEvent[] = [];

  const publish = () => {
    events = [...byKey.values()];
    for (const listener of listeners) listener();
  };

  return {
    /** All that was heard; the same array until something more is heard. */
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
    /** Forgets what was heard up to now, once pages have been read again. */
    forget(forgotten: readonly HeardEvent[]) {
      const gone = new Set(forgotten);
      for (const [key, each] of byKey) if (gone.has(each)) byKey.delete(key);
      publish();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** What an event is about. Events about the same thing replace each other; hiding replaces nothing, it may concern several. */
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
