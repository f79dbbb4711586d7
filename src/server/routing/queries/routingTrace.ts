import { sql } from "kysely";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import type { RoutingTrace } from "@/contract/views/requestViews";
import type { Pov } from "@/domain/pov/pov";
import { seesFirstWords } from "../../conversation/load/firstWords";
import type { Deps } from "../../deps";
import { lookAt, type Sighted, tracedRows } from "../../pov/tracedRows";
import { loadRequestFor } from "../../request/load/loadRequestFor";

const DECISIONS_MAX = 20;

type Row = { decided_at: Date; outcome: unknown; steps: unknown; sees_words: boolean };

/**
 * The routing decisions about a request, newest first (R21). The words by which the classifier decided are the
 * customer's. A viewer who does not see all that the customer wrote first does not see these words (P2).
 *
 * @throws DomainError `not_found`, `not_allowed`
 */
export async function routingTrace(pov: Pov, asked: UnverifiedId<"sequence">, deps: Deps): Promise<RoutingTrace> {
  const { request } = await loadRequestFor(pov, asked, "seeRouting", deps);
  const rows = await tracedRows(
    pov,
    sql<Row & Sighted>`
    select d.decided_at, d.outcome, d.steps, ${seesFirstWords(pov)} as sees_words, ${lookAt(pov)} as look
    from routing_decision d join request r on r.sequence_id = d.sequence_id join interaction i on i.id = r.interaction_id
    where d.sequence_id = ${request.sequence_id} order by d.decided_at desc limit ${DECISIONS_MAX}`,
    deps,
  );
  return rows.map(({ decided_at, outcome, steps, sees_words }) => ({
    decidedAt: decided_at,
    outcome,
    steps: Array.isArray(steps) ? (sees_words ? steps : steps.map(withoutWords)) : [],
  }));
}

function withoutWords(step: unknown): unknown {
  return typeof step === "object" && step !== null && "because" in step ? { ...step, because: [] } : step;
}
