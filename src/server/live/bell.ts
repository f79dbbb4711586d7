/** Somebody is typing. This is told at once and stored nowhere. `listIds` are the lists of those who may know. */
export type Typing = {
  interactionId: string;
  /** Told to members only. */
  authorName: string;
  /** What the customer sees instead of the author's name (P8). */
  aliasName: string;
  aliasPicture: string | null;
  untilMs: number;
  listIds: string[];
};

/** Says which lists have grown. A ring carries no data, so a lost one costs time, but never a message. */
export type Bell = {
  /** Rings in this process and, coalesced, in every other one. */
  ring(listIds: readonly string[]): void;
  /** Rings in this process only, for a ring that came from another process. */
  ringHere(listIds: readonly string[]): void;
  /** Calls at every ring. Returns how to stop. */
  onRing(listener: (listIds: readonly string[]) => void): () => void;
  /** Calls at rings that began in this process, to carry them to others. */
  onLocalRing(listener: (listIds: readonly string[]) => void): () => void;
  type(typing: Typing): void;
  typeHere(typing: Typing): void;
  onTyping(listener: (typing: Typing) => void): () => void;
  onLocalTyping(listener: (typing: Typing) => void): () => void;
};

/** Makes the bell of this process. */
export function openBell(): Bell {
  const rings = new Set<(listIds: readonly string[]) => void>();
  const localRings = new Set<(listIds: readonly string[]) => void>();
  const typings = new Set<(typing: Typing) => void>();
  const localTypings = new Set<(typing: Typing) => void>();
  const tell = <Word>(listeners: Set<(word: Word) => void>, word: Word) => {
    for (const listener of listeners) listener(word);
  };
  const listen = <Word>(listeners: Set<(word: Word) => void>, listener: (word: Word) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    ring(listIds) {
      if (listIds.length === 0) return;
      tell(rings, listIds);
      tell(localRings, listIds);
    },
    ringHere: (listIds) => tell(rings, listIds),
    onRing: (listener) => listen(rings, listener),
    onLocalRing: (listener) => listen(localRings, listener),
    type(typing) {
      tell(typings, typing);
      tell(localTypings, typing);
    },
    typeHere: (typing) => tell(typings, typing),
    onTyping: (listener) => listen(typings, listener),
    onLocalTyping: (listener) => listen(localTypings, listener),
  };
}
