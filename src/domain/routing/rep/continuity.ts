import type { RoutingTeam } from "../routingConfiguration";
import type { ContinuityResult, RoutingStep } from "../routingDecision";
import type { RoutingRep } from "../routingSnapshot";

/** Orders by continuity (R12): reps who answered this customer before come first, the latest one in front. */
export function answeredLatestFirst(a: RoutingRep, b: RoutingRep): number {
  const byWhether = Number(b.hasAnsweredContact) - Number(a.hasAnsweredContact);
  if (byWhether !== 0 || !a.hasAnsweredContact) return byWhether;
  return (b.lastAnsweredContactAtMs ?? 0) - (a.lastAnsweredContactAtMs ?? 0);
}

/** The step that says what continuity (R12) decided. */
export function continuityStep(
  ranked: readonly RoutingRep[],
  eliminated: readonly RoutingRep[],
  team: RoutingTeam,
): RoutingStep {
  if (!team.allowsContinuity) return { code: "continuity", result: "not_allowed", repId: null };

  const answered = ranked.find(({ hasAnsweredContact }) => hasAnsweredContact);
  if (answered !== undefined) return { code: "continuity", result: "applied", repId: answered.repId };

  const [absent] = eliminated.filter(({ hasAnsweredContact }) => hasAnsweredContact).sort(answeredLatestFirst);
  const result: ContinuityResult = absent === undefined ? "nobody_answered_before" : "only_eliminated_answered_before";
  return { code: "continuity", result, repId: absent?.repId ?? null };
}
