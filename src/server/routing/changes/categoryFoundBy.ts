import type { RoutingDecision } from "@/domain/routing/routingDecision";

/** What found the category of a request that had none: the classifier or a rule. Null if nothing did. */
export function categoryFoundBy({ categoryId, steps }: RoutingDecision): "classifier" | "rule" | null {
  if (categoryId === null) return null;
  return steps.some(({ code }) => code === "category_classified") ? "classifier" : "rule";
}
