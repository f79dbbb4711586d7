import { createCallbacks } from "../createCallbacks";

/**
 * The sequence that is open in this tab by privilege (P12), so that no list of the viewer's tells of it. The stream
 * follows it while it is open. Each change reopens the stream; closing one sequence and opening the next is one change.
 */
export function createLookDemand() {
  const listeners = createCallbacks<[]>();
  let openId: string | null = null;
  let saidId: string | null = null;

  const change = (id: string | null) => {
    openId = id;
    queueMicrotask(() => {
      if (saidId === openId) return;
      saidId = openId;
      listeners.call();
    });
  };

  return {
    openId: () => openId,
    /** Begins a look; returns a function that ends it. */
    look(sequenceId: string) {
      change(sequenceId);
      return () => {
        if (openId === sequenceId) change(null);
      };
    },
    onChanged: listeners.add,
  };
}

/** The look demand of this tab. */
export const lookDemand = createLookDemand();
