import type { RequestFacts, RequestSettings } from "@/domain/request/requestFacts";
import { nextDueAtMs } from "@/domain/routing/urgencyOrder";
import { isBreachedBy } from "@/domain/sla/decideBreach";
import { isLive, latestOfEach, pauseReason } from "@/domain/sla/decideClocks";
import type { SlaClock, SlaMetric } from "@/domain/sla/slaClock";
import type { Deps } from "@/server/deps";
import { loadRequest } from "@/server/request/load/loadRequest";

/**
 * A line for each fault in the clocks of all requests. Each running clock must have the budget and the hours that the
 * present category and team of its request give it. Each promise to a waiting customer must have its clock. A clock may
 * be paused only if the policy says so. The queue's order and the timer must follow the clocks.
 */
export async function promisesOfAll(deps: Deps): Promise<string[]> {
  const requests = await deps.db.selectFrom("request").select("sequence_id").execute();
  const wrong = await Promise.all(requests.map(({ sequence_id }) => promisesOf(sequence_id, deps)));
  return wrong.flat();
}

async function promisesOf(sequenceId: string, deps: Deps): Promise<string[]> {
  const loaded = await loadRequest(sequenceId, deps);
  if (!loaded || loaded.facts.state === "retired") return [];
  const { facts, settings, request } = loaded;
  const nowMs = deps.clock.now().getTime();
  const { targets } = settings.policy;
  const live = [...latestOfEach(facts.clocks).values()].filter(isLive);
  const running = live.filter((each) => !isBreachedBy(each, nowMs));
  const astray = running.filter(({ metric, budgetMs, calendar }) => {
    const target = targets.find((each) => each.metric === metric);
    return target?.budgetMs !== budgetMs || target.calendar !== calendar;
  });
  const dueMs = nextDueAtMs(facts.clocks, nowMs);
  const isSorted = (request.next_due_at?.getTime() ?? null) === dueMs;
  const isTimed = dueMs === null || dueMs <= nowMs || (request.look_at !== null && request.look_at.getTime() <= dueMs);
  return [
    ...astray.map(({ metric, budgetMs }) => `${sequenceId}: ${metric} has ${budgetMs} ms, or other hours`),
    ...missingOf(facts, settings, live).map((metric) => `${sequenceId}: ${metric} has no clock`),
    ...wronglyStillOf(facts, settings, running).map(({ metric }) => `${sequenceId}: ${metric} stands still, or runs`),
    ...(isSorted ? [] : [`${sequenceId}: sorted by ${request.next_due_at?.toISOString()}`]),
    ...(isTimed ? [] : [`${sequenceId}: looked at ${request.look_at?.toISOString()}`]),
  ];
}

/** Promises to a waiting customer without a clock. A reply is counted as the first or as the next one. */
function missingOf(facts: RequestFacts, { policy }: RequestSettings, live: readonly SlaClock[]): SlaMetric[] {
  const waits = facts.waitingSinceMs !== null;
  const isCounted = (...metrics: SlaMetric[]) => live.some(({ metric }) => metrics.includes(metric));
  const isFirstOwed = facts.lastReplyAtMs === null && !latestOfEach(facts.clocks).has("first_reply");
  const isMissing: Record<SlaMetric, boolean> = {
    pick_up: waits && facts.pickedUpAtMs === null && !isCounted("pick_up"),
    first_reply: waits && isFirstOwed && !isCounted("next_reply"),
    next_reply: waits && !isCounted("first_reply", "next_reply"),
    resolution: !isCounted("resolution"),
    status_update: waits && !isCounted("status_update"),
  };
  return policy.targets.flatMap(({ metric }) => (isMissing[metric] ? metric : []));
}

function wronglyStillOf(facts: RequestFacts, { policy }: RequestSettings, running: readonly SlaClock[]): SlaClock[] {
  return running.filter(({ metric, pauses }) => {
    const target = policy.targets.find((each) => each.metric === metric);
    const open = pauses.find(({ untilMs }) => untilMs === null);
    return (open?.reason ?? null) !== pauseReason(target, facts.sequenceState);
  });
}
