import type { RoutingStep } from "@/domain/routing/routingDecision";

const CODES = {
  category_kept: true,
  category_classified: true,
  category_matched: true,
  category_missing: true,
  team_chosen: true,
  team_classified: true,
  team_missing: true,
  hours: true,
  candidate: true,
  candidates_omitted: true,
  availability: true,
  threshold: true,
  person_asked: true,
  continuity: true,
  service_tier: true,
  pace: true,
  strategy: true,
  expectation: true,
  outcome: true,
} as const satisfies Record<RoutingStep["code"], true>;

/** Whether this version can explain a stored step. Decisions outlive the versions that made them. */
export function isRoutingStep(step: unknown): step is RoutingStep {
  return Object.hasOwn(CODES, codeOf(step));
}

/** The code of a stored step; "" if it has none. */
export function codeOf(step: unknown): string {
  return typeof step === "object" && step !== null && "code" in step && typeof step.code === "string" ? step.code : "";
}
