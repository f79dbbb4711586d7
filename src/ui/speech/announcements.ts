type Listener = (text: string) => void;

const listeners = new Set<Listener>();

/** Has screen readers say a text once, through the live region of the page. Does nothing if there is none. */
export function announce(text: string): void {
  for (const listener of listeners) listener(text);
}

/** Calls the listener with each announced text; returns a function that stops it. */
export function followAnnouncements(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
