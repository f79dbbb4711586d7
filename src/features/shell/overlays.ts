import { createCallbacks } from "@/client/createCallbacks";

export type Overlay = "palette" | "shortcuts" | "views";

/** Which window of the shell is open. Only one is open at a time. */
function createOverlays() {
  const listeners = createCallbacks<[]>();
  let open: Overlay | null = null;
  const set = (next: Overlay | null) => {
    open = next;
    listeners.call();
  };
  return {
    current: () => open,
    open: (overlay: Overlay) => set(overlay),
    close: () => set(null),
    subscribe: listeners.add,
  };
}

/** The overlays of this tab. */
export const overlays = createOverlays();
