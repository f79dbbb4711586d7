import type { RoutingTeam } from "../routingConfiguration";
import type { ContinuityResult, RoutingStep } from "../routingDecision";
import type { RoutingRep } from "../routingSnapshot";

/** Continuity (R12): those who answered this customer before come first, the latest of them at the front. */
export function answeredLatestFirst(a: RoutingRep, b: RoutingRep): number {
  const byWhether = Number(b.hasAnsweredContact) - Number(a.hasAnsweredContact);
  if (byWhether !== 0 || !a.hasAnsweredContact) return byWhether;
  return (b.lastAnsweredContactAtMs ?? 0) - (a.lastAnsweredContactAtMs ?? 0);
}

/** Tells how continuity ended (R12), where the team allows it at all. */
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
