import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import {
  CUSTOMERS,
  history,
  historyWithout,
  LONG_STORY,
  REPS,
  type RepName,
  type Step,
} from "@/testing/laws/histories";
import { customerListening, memberListening } from "@/testing/laws/listening";
import { memberPages } from "@/testing/laws/memberPages";
import { normalized } from "@/testing/laws/normalized";
import { playHistory } from "@/testing/laws/playHistory";
import { newStage, type Stage } from "@/testing/laws/stage";
import { fakeClock } from "@/testing/world/fakeClock";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { customerConversation } from "../../customer/queries/customerConversation";
import type { Deps } from "../../deps";
import { directorySearch } from "../../organization/queries/directory";
import { queueCounts } from "../../request/queries/queueCounts";

const [world, twin] = [await openTestWorld(), await openTestWorld()];
afterAll(async () => {
  await world.close();
  await twin.close();
});

const RUNS = {
  numRuns: 8,
  seed: 9_497_150,
  endOnFailure: true,
  examples: [[LONG_STORY, 0]] as [Step[], number][],
};

/** What everybody hears during a history, and has on their screens at its end. */
async function playedOn(stage: Stage, steps: readonly Step[]) {
  const { cast, deps } = stage;
  const ears = await Promise.all([
    ...REPS.map((rep) => memberListening(() => cast.pov(rep), "", deps)),
    ...CUSTOMERS.map((name) => customerListening(cast.customers[name], "", deps)),
  ]);
  await playHistory(stage, steps, async () => {
    for (const ear of ears) await ear.listen();
  });
  const reps = await Promise.all(
    REPS.map(async (rep, index) => {
      const pov = await cast.pov(rep);
      const screens = {
        pages: await shownTo(rep, stage),
        counts: await queueCounts(pov, deps),
        found: await directorySearch(pov, "", deps),
      };
      return [rep, { heard: ears[index]?.heard, screens }] as const;
    }),
  );
  const customers = await Promise.all(
    CUSTOMERS.map(async (name, index) => {
      const page = await customerConversation(cast.customers[name], {}, deps);
      return [name, { heard: ears[REPS.length + index]?.heard, page }] as const;
    }),
  );
  return { reps: Object.fromEntries(reps), customers: Object.fromEntries(customers) };
}

async function shownTo(rep: RepName, { cast, deps }: Stage) {
  const { messages, sequences, ...pages } = await memberPages(await cast.pov(rep), deps);
  return { ...pages, messages: [...messages], sequences: [...sequences] };
}

/** The reps who were in one of the backchannels, were invited, belong to a team that was, or may look (P5). */
async function insidersOf({ cast, deps, asides }: Stage, left: ReadonlySet<number>): Promise<Set<RepName>> {
  const interactionIds = [...asides].filter(([step]) => left.has(step)).map(([, id]) => id);
  if (interactionIds.length === 0) return new Set();
  const rows = await deps.db
    .selectFrom("participation")
    .select("party_id")
    .where("interaction_id", "in", interactionIds)
    .execute();
  const ids = new Set(rows.map(({ party_id }) => party_id));
  const povs = await Promise.all(REPS.map(async (rep) => [rep, await cast.pov(rep)] as const));
  const isInside = ([, pov]: (typeof povs)[number]) =>
    [pov.partyId, ...pov.groupIds].some((id) => ids.has(id)) || pov.supervisedTeamIds.length > 0;
  return new Set(povs.filter(isInside).map(([rep]) => rep));
}

/** These backchannels, and those that were opened from them. */
function withNested(asides: ReadonlySet<number>, steps: readonly Step[]): Set<number> {
  const all = new Set(asides);
  for (const [index, step] of steps.entries()) {
    if (step.do === "open" && "aside" in step.in && all.has(step.in.aside)) all.add(index);
  }
  return all;
}

let run = 0;
let comparedReps = 0;

/** Makes the same people with the same ids at the same time in both databases. */
function stageIn(deps: Deps): Promise<Stage> {
  const clock = fakeClock();
  return newStage(run, { deps: { ...deps, clock }, clock });
}

/**
 * Outsiders get not even a sign. Without the backchannels they would have heard the same frames at the same positions
 * and times, and would find the same on every screen. A supervisor whose grants (P5) let them see inside is no
 * outsider.
 */
test("streams and pages say nothing about backchannels to those outside of them", { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.nat(3), async (steps, chosen) => {
      run += 1;
      const opened = steps.flatMap((step, index) => (step.do === "open" ? [index] : []));
      const left = withNested(new Set(opened.filter((_, at) => chosen === 0 || at % 3 === chosen - 1)), steps);
      const [withAll, without] = await Promise.all([stageIn(world.deps), stageIn(twin.deps)]);
      const told = await playedOn(withAll, steps);
      const toldWithout = await playedOn(without, historyWithout(left, steps));
      expect(normalized(told.customers)).toEqual(normalized(toldWithout.customers));
      const insiders = await insidersOf(withAll, left);
      for (const rep of REPS.filter((each) => !insiders.has(each))) {
        comparedReps += 1;
        expect(normalized(told.reps[rep])).toEqual(normalized(toldWithout.reps[rep]));
      }
    }),
    RUNS,
  );
  expect(comparedReps).toBeGreaterThan(5);
});
