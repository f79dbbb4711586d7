import type { FitReason } from "@/contract/views/classifierViews";
import type { Deps } from "../../deps";

type Asked = { organizationId: string; reason: Exclude<FitReason, "roll_back">; askedById: string | null };

/** Makes the row of the next version, which a job then fits. Where a fit waits or runs already, it is the answer. */
export async function beginFit({ organizationId, reason, askedById }: Asked, deps: Deps): Promise<number> {
  const { rows } = await deps.pool.query<{ version: number }>("select begin_fit($1, $2, $3, $4, $5) as version", [
    organizationId,
    reason,
    deps.newId(),
    askedById,
    deps.clock.now(),
  ]);
  return rows[0]?.version ?? 0;
}
