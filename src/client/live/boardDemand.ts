/**
 * Whether somebody looks at the board. The stream carries its figures only then: the first look reopens the stream
 * with them, and the next opening after the last look leaves them out.
 */
function createBoardDemand() {
  const listeners = new Set<() => void>();
  let looks = 0;
  return {
    isWanted: () => looks > 0,
    /** Counts one look; gives back how to end it. */
    look() {
      looks += 1;
      if (looks === 1) for (const listener of listeners) listener();
      return () => {
        looks -= 1;
      };
    },
    onWanted(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** The demand of this tab. */
export const boardDemand = createBoardDemand();
