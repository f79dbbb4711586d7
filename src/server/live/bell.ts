/** Somebody typing: told at once, kept nowhere. `listIds` are those who may know. */
export type Typing = {
  interactionId: string;
  /** For members only. */
  authorName: string;
  /** For the other side (P8). */
  aliasName: string;
  aliasPicture: string | null;
  untilMs: number;
  listIds: string[];
};

/** Says "look": which lists have grown. It carries no data; losing a ring costs time, never a message. */
export type Bell = {
  /** Tells everybody in this process, and (coalesced) every other process. */
  ring(listIds: readonly string[]): void;
  /** Tells everybody in this process only: what another process told us. */
  ringHere(listIds: readonly string[]): void;
  onRing(listener: (listIds: readonly string[]) => void): () => void;
  /** Rings of this process, for what carries them to others. */
  onLocalRing(listener: (listIds: readonly string[]) => void): () => void;
  type(typing: Typing): void;
  typeHere(typing: Typing): void;
  onTyping(listener: (typing: Typing) => void): () => void;
  onLocalTyping(listener: (typing: Typing) => void): () => void;
};

/** The bell of one process. */
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
