import type { PaceStep } from "../routingDecision";
import type { ProcessingPace, RoutingRep } from "../routingSnapshot";
import { loadShare, smallestQueueFirst } from "./loadBalancing";

/** A rep's average is drawn towards the candidates' mean by this many added requests of mean length. */
export const PACE_PRIOR_SAMPLES = 10;

/** With fewer samples of all candidates together, averages are random. */
export const PACE_SAMPLES_MIN = 10;

/** R13 applies while the fastest rep is idle or uses less than this share of its capacity. */
export const PACE_LOAD_SHARE_MAX = 0.5;

type PacedRep = { readonly rep: RoutingRep; readonly paceMs: number };
type PaceScope = {
  readonly scope: "category" | "team";
  readonly paceOf: (rep: RoutingRep) => ProcessingPace | undefined;
};

/**
 * The candidate with the lowest average processing time, if they have room (R13), else null. The average is that of the
 * category if there are enough samples, else that of the team. Of equally fast reps the smallest queue wins.
 */
export function fastestRep(
  candidates: readonly RoutingRep[],
  teamId: string,
  categoryId: string | null,
): { readonly rep: RoutingRep | null; readonly step: PaceStep } {
  const known = scopesOf(teamId, categoryId).find((each) => sampleCountOf(candidates, each) >= PACE_SAMPLES_MIN);
  if (known === undefined) return { rep: null, step: paceStep("too_few_samples") };

  const meanMs = meanOf(candidates, known);
  const paced = candidates.map((rep) => ({ rep, paceMs: shrunkPaceMs(known.paceOf(rep), meanMs) }));
  const facts = { meanMs: Math.round(meanMs), scope: known.scope };

  const paceMs = Math.min(...paced.map((each) => each.paceMs));
  if (paced.every((each) => each.paceMs === paceMs)) return { rep: null, step: paceStep("no_difference", facts) };

  const fastest = leader(paced, paceMs);
  const result = fastest !== null && hasRoom(fastest) ? "applied" : "fastest_is_loaded";
  return {
    rep: result === "applied" ? fastest : null,
    step: paceStep(result, { ...facts, paceMs, fastestRepId: fastest?.repId ?? null }),
  };
}

function hasRoom(rep: RoutingRep): boolean {
  return rep.used === 0 || loadShare(rep) < PACE_LOAD_SHARE_MAX;
}

function scopesOf(teamId: string, categoryId: string | null): readonly PaceScope[] {
  const team: PaceScope = { scope: "team", paceOf: (rep) => rep.paceByTeamId[teamId] };
  return categoryId === null
    ? [team]
    : [{ scope: "category", paceOf: (rep) => rep.paceByCategoryId[categoryId] }, team];
}

function sampleCountOf(candidates: readonly RoutingRep[], { paceOf }: PaceScope): number {
  return candidates.reduce((sum, rep) => sum + (paceOf(rep)?.sampleCount ?? 0), 0);
}

function meanOf(candidates: readonly RoutingRep[], scope: PaceScope): number {
  const totalMs = candidates.reduce((sum, rep) => {
    const pace = scope.paceOf(rep);
    return sum + (pace === undefined ? 0 : pace.averageProcessingMs * pace.sampleCount);
  }, 0);
  return totalMs / sampleCountOf(candidates, scope);
}

/** Rounded to whole milliseconds, so that no rep is the fastest by a rounding error. */
function shrunkPaceMs(pace: ProcessingPace | undefined, meanMs: number): number {
  const { averageProcessingMs, sampleCount } = pace ?? { averageProcessingMs: 0, sampleCount: 0 };
  const drawnMs = averageProcessingMs * sampleCount + meanMs * PACE_PRIOR_SAMPLES;
  return Math.round(drawnMs / (sampleCount + PACE_PRIOR_SAMPLES));
}

function leader(paced: readonly PacedRep[], paceMs: number): RoutingRep | null {
  const fastest = paced.filter((each) => each.paceMs === paceMs).map(({ rep }) => rep);
  return fastest.sort(smallestQueueFirst)[0] ?? null;
}

function paceStep(result: PaceStep["result"], facts: Partial<PaceStep> = {}): PaceStep {
  return { fastestRepId: null, paceMs: null, meanMs: null, scope: null, ...facts, code: "pace", result };
}
