import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { history, LONG_STORY, type Step } from "@/testing/laws/histories";
import { playHistory } from "@/testing/laws/playHistory";
import { newStage } from "@/testing/laws/stage";
import { memberPovs } from "@/testing/scenes/aCast";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { interactionView } from "../../conversation/queries/interactionViews";
import { backchannelRows } from "./backchannelRows";

const world = await openTestWorld();
const { deps } = world;
afterAll(() => world.close());

const FIRST = { customer: "c1" } as const;
const ASIDE = { aside: 1 };
/** Ben leaves before he has read, and comes back with the history: each message counts once. */
const COMES_BACK: Step[] = [
  { afterMs: 1, do: "write", customer: "c1", words: "card words 0" },
  { afterMs: 1, do: "open", in: FIRST, by: "responder", whom: "ben", words: "words 1" },
  { afterMs: 1, do: "answer", in: ASIDE, by: "ben", accepts: true },
  { afterMs: 1, do: "post", in: ASIDE, by: "opener", words: "words 3" },
  { afterMs: 1, do: "leave", in: ASIDE, by: "ben" },
  { afterMs: 1, do: "edit", post: 3, words: "words 5" },
  { afterMs: 1, do: "invite", in: ASIDE, by: "opener", whom: "ben", showFrom: "start" },
  { afterMs: 1, do: "answer", in: ASIDE, by: "ben", accepts: true },
];

test("the list and the backchannel count the same unread messages, however often a member left and came back", async () => {
  let run = 0;
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      run += 1;
      const stage = await newStage(run, world);
      await playHistory(stage, steps);
      for (const pov of Object.values(await memberPovs(stage.cast))) {
        for (const { interactionId, participation, unreadCount } of await backchannelRows(pov, deps)) {
          if (participation !== "taking_part") continue;
          const view = await interactionView(pov, interactionId, stage.deps);
          expect(unreadCount).toBe(view.unreadCount);
          compared += unreadCount;
        }
      }
    }),
    { numRuns: 25, seed: 9_497_150, endOnFailure: true, examples: [[COMES_BACK], [LONG_STORY]] },
  );
  expect(compared).toBeGreaterThan(20);
}, 120_000);
