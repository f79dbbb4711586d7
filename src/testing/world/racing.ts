import type { Deps } from "@/server/deps";

/** Deps with which somebody else is quicker: `other` happens once, right before the first commit. */
export function racing(deps: Deps, other: () => Promise<unknown>): Deps {
  let isRaced = false;
  return {
    ...deps,
    commitTogether: async (changes) => {
      if (!isRaced) {
        isRaced = true;
        await other();
      }
      return deps.commitTogether(changes);
    },
  };
}
