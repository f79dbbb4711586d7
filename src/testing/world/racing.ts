import type { Deps } from "@/server/deps";

const LOOKS_MAX = 10_000;

/** Dependencies with which somebody else is faster: `other` happens once, right before the first commit. */
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

/** Resolves once `waitingMin` statements of the test's database wait for a lock. @throws Error if none ever do */
export async function untilSomebodyWaits({ pool }: Pick<Deps, "pool">, waitingMin = 1): Promise<void> {
  for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
    const { rowCount } = await pool.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rowCount !== null && rowCount >= waitingMin) return;
  }
  throw new Error("no statement waits for a lock");
}
