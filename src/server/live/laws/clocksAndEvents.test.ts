import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { foldQueue } from "@/contract/live/foldQueue";
import { foldSequence } from "@/contract/live/foldSequence";
import type { HeardEvent } from "@/contract/live/repEvent";
import type { QueueRow } from "@/contract/views/queueViews";
import type { SequenceView } from "@/contract/views/requestViews";
import type { Pov } from "@/domain/pov/pov";
import { queueRule } from "@/features/queue/list/queueRule";
import { openClocks } from "@/features/request/header/openClocks";
import { history, LONG_STORY, REPS, type Step } from "@/testing/laws/histories";
import { type MemberPages, memberPages } from "@/testing/laws/memberPages";
import { EARLY_AND_LATE, memberPaced, pace, paceOf, type RepPaces } from "@/testing/laws/paced";
import { playHistory } from "@/testing/laws/playHistory";
import { newStage, type Stage } from "@/testing/laws/stage";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { slaClockFace } from "@/ui/marks/slaClockFace";
import { lookAtRequest } from "../../request/commands/lookAtRequest";

const world = await openTestWorld();
afterAll(() => world.close());

const RUNS = { numRuns: 8, seed: 9_497_150, endOnFailure: true };
const NO_FILTER = { teamId: null, categoryId: null, repId: null, figure: null };

let run = 0;
let clocksShown = 0;

/** With a quarter of an hour between any two steps, promises are kept late, broken, paused and made anew. */
const slowly = (steps: readonly Step[]): Step[] =>
  steps.map((step) => ({ ...step, afterMs: step.afterMs + 15 * 60_000 }));

/** What a screen shows of a sequence's clocks now, by metric. */
function facesOf({ clocks }: SequenceView, nowMs: number) {
  return openClocks(clocks)
    .map((clock) => ({ metric: clock.metric, face: slaClockFace(clock, nowMs), dueAt: clock.dueAt }))
    .sort((a, b) => (a.metric < b.metric ? -1 : 1));
}

/** What a screen shows of a queue now: its rows in order, each with the face of its clock. */
const queueShown = (rows: readonly QueueRow[], nowMs: number) =>
  rows.map(({ clock, nextDueAt, sequenceId }) => ({
    ...{ sequenceId, nextDueAt, metric: clock?.metric, dueAt: clock?.dueAt },
    face: clock && slaClockFace(clock, nowMs),
  }));

async function lookAtAll({ cast, deps }: Stage) {
  const requests = await deps.db
    .selectFrom("request")
    .select("sequence_id")
    .where("organization_id", "=", cast.house.id)
    .execute();
  for (const { sequence_id } of requests) await lookAtRequest(sequence_id, deps);
}

type Screens = { nowMs: number; pov: Pov; page: MemberPages; later: MemberPages; heard: readonly HeardEvent[] };

function expectSameQueues({ nowMs, pov, page, later, heard }: Screens) {
  const viewer = { partyId: pov.partyId, teamIds: pov.groupIds, supervisedTeamIds: pov.supervisedTeamIds };
  for (const view of ["mine", "team", "unassigned"] as const) {
    const live = foldQueue([page.queues[view]], heard, queueRule(view, NO_FILTER, viewer, new Set()));
    expect(queueShown(live, nowMs)).toEqual(queueShown(later.queues[view].rows, nowMs));
  }
}

function expectSameHeaders({ nowMs, page, later, heard }: Screens) {
  for (const [id, read] of page.sequences) {
    const [live, then] = [foldSequence(read, heard), later.sequences.get(id)];
    // A sequence that they left stays as they knew it. One that they see by privilege is followed (lookWatch.test.ts).
    if (live === null || then?.interactions[0]?.viewer !== "taking_part") continue;
    expect(facesOf(live, nowMs)).toEqual(facesOf(then, nowMs));
    clocksShown += then.clocks.length;
  }
}

/** A queue line shows the clock that the header shows first. */
function expectOneTruth({ later }: Screens) {
  for (const { sequenceId, clock } of later.queues.mine.rows)
    expect(clock?.metric).toBe(openClocks(later.sequences.get(sequenceId)?.clocks ?? [])[0]?.metric);
}

/**
 * Clocks are met by a first and a second reply, broken, paused while the customer owes an answer, made anew by another
 * category or team, and changed by time alone. A page that is loaded at any moment and hears late shows what a page
 * loaded at the later moment shows.
 */
test("page + events = later page, for every clock and the order of the queues", { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.tuple(pace, pace, pace, pace, pace), async (steps, paces) => {
      run += 1;
      const stage = await newStage(run, world);
      const listeners = REPS.map((rep, index) => ({ rep, ear: memberPaced(stage, rep, paces[index] ?? paceOf(0)) }));
      await playHistory(stage, slowly(steps), async (step) => {
        await lookAtAll(stage);
        for (const { ear } of listeners) await ear.after(step);
      });
      for (const { rep, ear } of listeners) {
        const end = await ear.end();
        const pov = await stage.cast.pov(rep);
        const screens: Screens = {
          nowMs: stage.clock.now().getTime(),
          pov,
          page: end.page,
          later: await memberPages(pov, stage.deps),
          heard: end.heard.map(({ id, event }) => ({ position: id, event })),
        };
        expectSameQueues(screens);
        expectSameHeaders(screens);
        expectOneTruth(screens);
      }
    }),
    { ...RUNS, examples: EARLY_AND_LATE.map((at): [Step[], RepPaces] => [LONG_STORY, at]) },
  );
  expect(clocksShown).toBeGreaterThan(20);
});
