import type { RoutingTeam } from "../routingConfiguration";
import type { RoutingStep } from "../routingDecision";
import type { RoutingRep } from "../routingSnapshot";

/**
 * The candidates with all skills that the team prefers for the customer's service tier (R10); none without such skills.
 */
export function tierPreference(
  candidates: readonly RoutingRep[],
  serviceTier: string | null,
  team: RoutingTeam,
): { preferred: ReadonlySet<RoutingRep>; steps: readonly RoutingStep[] } {
  const skills = skillsOfTier(serviceTier, team);
  if (serviceTier === null || skills === null) return { preferred: new Set(), steps: [] };

  const preferred = new Set(candidates.filter((rep) => skills.every((skill) => rep.skills.includes(skill))));
  return { preferred, steps: [{ code: "service_tier", serviceTier, preferredCount: preferred.size }] };
}

/** Checks own keys only: the tier comes from the customer's record, which might say "constructor". */
function skillsOfTier(serviceTier: string | null, { preferredSkillsByTier }: RoutingTeam): readonly string[] | null {
  if (serviceTier === null || !Object.hasOwn(preferredSkillsByTier, serviceTier)) return null;
  return preferredSkillsByTier[serviceTier] ?? null;
}
