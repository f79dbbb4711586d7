import { sql } from "kysely";
import type { FitReason } from "@/contract/views/classifierViews";
import type { Deps } from "../../deps";

type Asked = { organizationId: string; reason: Exclude<FitReason, "roll_back">; askedById: string | null };

/**
 * Makes the row of the next version, which a job then fits. Returns its number, or that of a fit that waits or runs.
 */
export async function beginFit(
  { organizationId, reason, askedById }: Asked,
  deps: Pick<Deps, "db" | "newId" | "clock">,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select begin_fit(${organizationId}, ${reason}, ${deps.newId()}, ${askedById}, ${deps.clock.now()}) as version`.execute(
    deps.db,
  );
  return rows[0]?.version ?? 0;
}
