export type Overlay = "palette" | "shortcuts" | "views";

/** Which window of the shell is open. Only one is open at a time. */
function createOverlays() {
  const listeners = new Set<() => void>();
  let open: Overlay | null = null;
  const set = (next: Overlay | null) => {
    open = next;
    for (const listener of listeners) listener();
  };
  return {
    current: () => open,
    open: (overlay: Overlay) => set(overlay),
    close: () => set(null),
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** The overlays of this tab. */
export const overlays = createOverlays();
