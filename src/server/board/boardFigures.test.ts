import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { QueueAsked } from "@/contract/inputs/request";
import type { BoardFigure, BoardView } from "@/contract/views/boardViews";
import type { QueueRow } from "@/contract/views/queueViews";
import type { MemberView, Pov } from "@/domain/pov/pov";
import { history, LONG_STORY, type Step } from "@/testing/laws/histories";
import { playHistory } from "@/testing/laws/playHistory";
import { newStage, type Stage } from "@/testing/laws/stage";
import { memberPovs } from "@/testing/scenes/aCast";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { escalateRequest } from "../request/commands/escalateRequest";
import { queuePage } from "../request/queries/queuePage";
import { sequenceView } from "../request/queries/sequenceView";
import { boardView } from "./boardView";

const world = await openTestWorld();
afterAll(() => world.close());

const MEMBER_VIEWS: MemberView[] = [
  "participants",
  "team_customer_facing",
  "organization_customer_facing",
  "everything",
];
/** A request that is taken before it has a category: its team's supervisors did not see it, but the board counted it. */
const TAKEN_FIRST: Step[] = [
  { afterMs: 1, do: "write", customer: "c1", words: "hm words 0" },
  { afterMs: 1, do: "write", customer: "c2", words: "hm words 1" },
  { afterMs: 1, do: "take", customer: "c1", by: "ana" },
  { afterMs: 1, do: "take", customer: "c2", by: "sue" },
];
const RUNS = {
  numRuns: 12,
  seed: 9_497_150,
  endOnFailure: true,
  examples: [[LONG_STORY], [TAKEN_FIRST]] as [Step[]][],
};

let run = 0;

/** Supervisors of both teams, of one, and a rep's supervision of the other, under each rule of the organization. */
async function watchersOf({ cast }: Stage): Promise<Pov[]> {
  const { sue, ana, cleo } = await memberPovs(cast);
  const { cards, loans } = cast.house.teams;
  const inOneView: Pov[] = [sue, { ...ana, supervisedTeamIds: [loans] }, { ...cleo, supervisedTeamIds: [cards] }];
  return inOneView.flatMap((pov) => MEMBER_VIEWS.map((memberView) => ({ ...pov, memberView })));
}

/** Escalates every open request by the rep who has it. No supervisor is there to take them. */
async function escalateAll({ cast, deps }: Stage) {
  const povs = Object.values(await memberPovs(cast));
  const requests = await deps.db
    .selectFrom("request")
    .select(["sequence_id as sequenceId", "assigned_to_id"])
    .where("organization_id", "=", cast.house.id)
    .where("state", "=", "assigned")
    .execute();
  for (const { sequenceId, assigned_to_id } of requests) {
    const pov = povs.find(({ partyId }) => partyId === assigned_to_id);
    if (pov) await escalateRequest(pov, { sequenceId, reason: "Angry" }, deps);
  }
}

type Figure = { count: number; asked: Omit<QueueAsked, "view"> };

/** Every figure of a board that links to a list, with what its link asks for. */
function figuresOf(board: BoardView): Figure[] {
  const of = (count: number, figure: BoardFigure, filter: Omit<QueueAsked, "view"> = {}): Figure => ({
    count,
    asked: { figure, ...filter },
  });
  return [
    of(board.waiting, "waiting"),
    of(board.breached, "breached"),
    of(board.atRisk, "at_risk"),
    of(board.assigned, "assigned"),
    of(board.escalated, "escalated"),
    of(board.closedToday, "closed_today"),
    ...board.queues.flatMap(({ teamId, waiting, assigned, breached }) => [
      of(waiting, "waiting", { teamId }),
      of(assigned, "assigned", { teamId }),
      of(breached, "breached", { teamId }),
    ]),
    ...board.reps.flatMap(({ repId, open, late }) => [
      of(open, "assigned", { repId }),
      of(late, "breached", { repId }),
    ]),
    ...board.categories.flatMap(({ categoryId, waiting, assigned }) => [
      of(waiting, "waiting", { categoryId }),
      of(assigned, "assigned", { categoryId }),
    ]),
  ];
}

/** Each figure counts the rows that its link shows. The viewer may open all of these, and the next breaches. */
test("every figure of a board counts exactly the requests that its viewer may open", { timeout: 240_000 }, async () => {
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      run += 1;
      const stage = await newStage(run, world);
      await playHistory(stage, steps);
      await escalateAll(stage);
      // Makes some late, puts some at risk and closes some.
      stage.clock.advance(run % 2 === 0 ? 0 : 8 * 3_600_000 - 600_000);
      for (const pov of await watchersOf(stage)) {
        const board = await boardView(pov, stage.deps);
        const rowsOf = async (asked: Figure["asked"]): Promise<QueueRow[]> =>
          (await queuePage(pov, { view: "board", limit: 100, ...asked }, stage.deps)).rows;
        for (const { count, asked } of figuresOf(board)) {
          const rows = await rowsOf(asked);
          expect({ asked, count }).toEqual({ asked, count: rows.length });
          counted += count;
        }
        // Unassigned requests have a view of their own.
        const unassigned = await queuePage(pov, { view: "unassigned", limit: 100 }, stage.deps);
        expect(unassigned.rows).toHaveLength(board.queues.find(({ teamId }) => teamId === null)?.waiting ?? -1);
        const behind = [...(await rowsOf({ figure: "live" })), ...(await rowsOf({ figure: "closed_today" }))];
        const named = [...behind, ...board.nextBreaches, ...unassigned.rows];
        for (const id of new Set(named.map(({ sequenceId }) => sequenceId))) await sequenceView(pov, id, stage.deps);
        const liveIds = behind.map(({ sequenceId }) => sequenceId);
        expect(board.nextBreaches.filter(({ sequenceId }) => !liveIds.includes(sequenceId))).toEqual([]);
      }
    }),
    RUNS,
  );
  expect(counted).toBeGreaterThan(300);
});

/** A category brings its team (R7), so that the supervisors see every request with a category. */
test("every request that a rep has, has the team of its category", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      run += 1;
      const stage = await newStage(run, world);
      await playHistory(stage, steps);
      const lost = await stage.deps.db
        .selectFrom("request")
        .innerJoin("sequence", "sequence.id", "request.sequence_id")
        .select(["sequence.subject", "request.state"])
        .where("request.organization_id", "=", stage.cast.house.id)
        .where("request.team_id", "is", null)
        .where("sequence.category_id", "is not", null)
        .execute();
      expect(lost).toEqual([]);
    }),
    { ...RUNS, numRuns: 20 },
  );
});
