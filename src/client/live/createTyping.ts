import { createCallbacks } from "../createCallbacks";

export type Typist = { interactionId: string; name: string; untilMs: number };

/** Who is typing in which interaction. Each entry has its own end; the reader passes the time to compare with. */
export function createTyping() {
  const typists = new Map<string, Typist>();
  const listeners = createCallbacks<[]>();

  return {
    /** Adds a sign of typing; it replaces an earlier one of the same person. */
    note(typist: Typist) {
      typists.set(keyOf(typist), typist);
      listeners.call();
    },
    /** Removes a person whose message has come. */
    stop(interactionId: string, name: string) {
      if (typists.delete(keyOf({ interactionId, name }))) listeners.call();
    },
    /** The names of those who are typing there at `nowMs`, in the order in which they began. Drops expired entries. */
    namesAt(interactionId: string, nowMs: number): string[] {
      for (const [key, each] of typists) if (each.untilMs <= nowMs) typists.delete(key);
      return [...typists.values()].filter((each) => each.interactionId === interactionId).map(({ name }) => name);
    },
    subscribe: listeners.add,
  };
}

const keyOf = ({ interactionId, name }: Pick<Typist, "interactionId" | "name">) => `${interactionId} ${name}`;
