import type { RoutingDecision } from "@/domain/routing/routingDecision";

/** The row of a decision, kept to explain it (R21), with the rep whose capacity was in fact taken. */
export function decisionRow(
  decision: RoutingDecision,
  of: { id: string; organizationId: string; sequenceId: string; repId: string | null; at: Date },
) {
  return {
    id: of.id,
    organization_id: of.organizationId,
    sequence_id: of.sequenceId,
    outcome: {
      ...decision.outcome,
      categoryId: decision.categoryId,
      teamId: decision.teamId,
      repId: of.repId,
      expectedPickUpMs: decision.expectedPickUpMs,
      expectedCloseMs: decision.expectedCloseMs,
      teamQueueLength: decision.teamQueueLength,
    },
    steps: decision.steps,
    config_version: decision.configurationVersion,
    decided_at: of.at,
  };
}

/** What found the category of a request that had none: the classifier or a rule. Null if nothing did. */
export function categoryFoundBy({ categoryId, steps }: RoutingDecision): "classifier" | "rule" | null {
  if (categoryId === null) return null;
  return steps.some(({ code }) => code === "category_classified") ? "classifier" : "rule";
}
