export type Typist = { interactionId: string; name: string; untilMs: number };

/** Who is typing, by interaction. Entries say themselves until when they hold; their reader compares with the time. */
export function createTyping() {
  const typists = new Map<string, Typist>();
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };

  return {
    /** Takes note of a sign of typing; a later one of the same person replaces it. */
    note(typist: Typist) {
      typists.set(keyOf(typist), typist);
      notify();
    },
    /** A message has come: its author is done typing. */
    stop(interactionId: string, name: string) {
      if (typists.delete(keyOf({ interactionId, name }))) notify();
    },
    /** The names of those who type there at `nowMs`, in the order in which they began; what has expired is dropped. */
    namesAt(interactionId: string, nowMs: number): string[] {
      for (const [key, each] of typists) if (each.untilMs <= nowMs) typists.delete(key);
      return [...typists.values()].filter((each) => each.interactionId === interactionId).map(({ name }) => name);
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

const keyOf = ({ interactionId, name }: Pick<Typist, "interactionId" | "name">) => `${interactionId} ${name}`;
