import type { Deps } from "@/server/deps";

const LOOKS_MAX = 10_000;

/** Returns once a statement of this test's database stands in line for a lock. */
export async function untilSomebodyWaits({ pool }: Pick<Deps, "pool">): Promise<void> {
  for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
    const { rowCount } = await pool.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rowCount) return;
  }
  throw new Error("nobody waits");
}
