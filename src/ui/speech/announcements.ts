type Listener = (text: string) => void;

const listeners = new Set<Listener>();

/** Says something once to those who listen, through the polite region of the page; silent when there is none. */
export function announce(text: string): void {
  for (const listener of listeners) listener(text);
}

/** Follows what is announced; gives back how to stop. */
export function followAnnouncements(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
