/**
 * Which sequence is open in this tab of which no list of the viewer's tells, because they see it by privilege. The
 * stream follows it while it is open: each change reopens the stream, once for closing one and opening the next.
 */
export function createLookDemand() {
  const listeners = new Set<() => void>();
  let openId: string | null = null;
  let saidId: string | null = null;

  const change = (id: string | null) => {
    openId = id;
    queueMicrotask(() => {
      if (saidId === openId) return;
      saidId = openId;
      for (const listener of listeners) listener();
    });
  };

  return {
    openId: () => openId,
    /** Begins a look; gives back how to end it. */
    look(sequenceId: string) {
      change(sequenceId);
      return () => {
        if (openId === sequenceId) change(null);
      };
    },
    onChanged(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** The demand of this tab. */
export const lookDemand = createLookDemand();
