import { nextDueAtMs } from "@/domain/request/nextDueAt";
import { isBreachedBy } from "@/domain/sla/decideBreach";
import { isLive, latestOfEach } from "@/domain/sla/decideClocks";
import type { Deps } from "@/server/deps";
import { loadRequest } from "@/server/queries/loadRequest";

/**
 * What is wrong with the clocks of all requests that there are: each that runs has the budget and the hours of the
 * policy that its request's category and team have now, no promise is missing or beyond it, and the queue is sorted by,
 * and the timer set to, what the clocks say. Empty where all is well.
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
  const running = [...latestOfEach(facts.clocks).values()].filter((each) => isLive(each) && !isBreachedBy(each, nowMs));
  const astray = running.filter(({ metric, budgetMs, calendar }) => {
    const target = targets.find((each) => each.metric === metric);
    return target?.budgetMs !== budgetMs || target.calendar !== calendar;
  });
  const dueMs = nextDueAtMs(facts.clocks, nowMs);
  const isSorted = (request.next_due_at?.getTime() ?? null) === dueMs;
  const isTimed = dueMs === null || dueMs <= nowMs || (request.look_at !== null && request.look_at.getTime() <= dueMs);
  return [
    ...astray.map(({ metric, budgetMs }) => `${sequenceId}: ${metric} has ${budgetMs} ms, or other hours`),
    ...(isSorted ? [] : [`${sequenceId}: sorted by ${request.next_due_at?.toISOString()}`]),
    ...(isTimed ? [] : [`${sequenceId}: looked at ${request.look_at?.toISOString()}`]),
  ];
}
