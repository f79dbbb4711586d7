import { useCallback, useState } from "preact/hooks";

type Chosen = { visit: number; showsRequests: boolean; isSomethingElse: boolean };

/**
 * Whether the customer's requests are shown in place of the conversation, and whether their next message begins another
 * request. A new visitor has neither. `setSomethingElse` shows the conversation again.
 */
export function useRequestsOf(visit: number) {
  const [chosen, setChosen] = useState<Chosen>({ visit, showsRequests: false, isSomethingElse: false });
  const isTheirs = chosen.visit === visit;
  const isSomethingElse = isTheirs && chosen.isSomethingElse;
  return {
    showsRequests: isTheirs && chosen.showsRequests,
    isSomethingElse,
    setShowsRequests: useCallback(
      (showsRequests: boolean) => setChosen({ visit, showsRequests, isSomethingElse }),
      [visit, isSomethingElse],
    ),
    setSomethingElse: useCallback(
      (isNow: boolean) => setChosen({ visit, showsRequests: false, isSomethingElse: isNow }),
      [visit],
    ),
  };
}
