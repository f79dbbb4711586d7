import type { Pov } from "@/domain/pov/pov";
import type { RoutingTrace } from "@/domain/views/repViews";
import type { Deps } from "../deps";
import { loadRequestFor } from "./loadRequestFor";

const DECISIONS_MAX = 20;

/** Why a request went where it went, newest decision first (R21). @throws DomainError `not_found`, `not_allowed` */
export async function routingTrace(pov: Pov, sequenceId: string, deps: Deps): Promise<RoutingTrace> {
  await loadRequestFor(pov, sequenceId, "seeRouting", deps);
  const rows = await deps.db
    .selectFrom("routing_decision")
    .select(["decided_at", "outcome", "steps"])
    .where("sequence_id", "=", sequenceId)
    .orderBy("decided_at", "desc")
    .limit(DECISIONS_MAX)
    .execute();
  return rows.map(({ decided_at, outcome, steps }) => ({
    decidedAt: decided_at,
    outcome,
    steps: Array.isArray(steps) ? steps : [],
  }));
}
