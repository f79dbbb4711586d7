import type { RoutingDecision } from "@/domain/routing/routingDecision";

/** What set the category that a decision found for a request without one; null where it found none. */
export function categoryFoundBy({ categoryId, steps }: RoutingDecision): "classifier" | "rule" | null {
  if (categoryId === null) return null;
  return steps.some(({ code }) => code === "category_classified") ? "classifier" : "rule";
}
