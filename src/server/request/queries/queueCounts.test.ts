import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { Pov } from "@/domain/pov/pov";
import { history, LONG_STORY, type Step } from "@/testing/laws/histories";
import { playHistory } from "@/testing/laws/playHistory";
import { newStage } from "@/testing/laws/stage";
import { memberPovs } from "@/testing/scenes/aCast";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { answerInvitation } from "../../backchannel/commands/answerInvitation";
import { inviteParty } from "../../backchannel/commands/inviteParty";
import { openBackchannel } from "../../backchannel/commands/openBackchannel";
import { backchannelRows } from "../../backchannel/queries/backchannelRows";
import type { Deps } from "../../deps";
import { queueCounts } from "./queueCounts";
import { queuePage } from "./queuePage";

const world = await openTestWorld();
const { deps } = world;
afterAll(() => world.close());

let run = 0;

async function listed(pov: Pov, { teamIds }: { teamIds: readonly string[] }, of: Deps) {
  const rows = await backchannelRows(pov, of);
  const lengthOf = async (view: "mine" | "unassigned" | "closed") =>
    (await queuePage(pov, { view, limit: 100 }, of)).rows.length;
  const waiting = async (teamId: string) =>
    (await queuePage(pov, { view: "team", teamId, limit: 100 }, of)).rows.length;
  return {
    mine: await lengthOf("mine"),
    unassigned: await lengthOf("unassigned"),
    closed: await lengthOf("closed"),
    backchannels: rows.filter(({ participation }) => participation === "taking_part").length,
    invitations: rows.filter(({ participation }) => participation === "invited").length,
    waiting: await Promise.all(teamIds.map(waiting)),
  };
}

test("every badge counts the rows of its list", { timeout: 120_000 }, async () => {
  let invitations = 0;
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      run += 1;
      const stage = await newStage(run, world);
      await playHistory(stage, steps);
      for (const pov of Object.values(await memberPovs(stage.cast))) {
        const { teams, ...counts } = await queueCounts(pov, stage.deps);
        const rows = await listed(pov, { teamIds: teams.map(({ teamId }) => teamId) }, stage.deps);
        expect({ ...counts, waiting: teams.map(({ waiting }) => waiting) }).toEqual(rows);
        invitations += rows.invitations;
      }
    }),
    { numRuns: 15, seed: 9_497_150, endOnFailure: true, examples: [[LONG_STORY]] as [Step[]][] },
  );
  expect(invitations).toBeGreaterThan(5);
});

test("list and badge leave out what is ended, deactivated or answered, and have invitations to customers' interactions", async () => {
  const house = await anOrganization(
    {
      teams: { cards: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: { ana: { teams: ["cards"], capacity: 9 }, lou: { teams: [], availability: "busy" } },
    },
    deps,
  );
  const [ana, lou] = [(await house.viewer("ana")).pov, (await house.viewer("lou")).pov];
  const { interactionId: parentId } = await aRequest(house, { body: "My card" }, deps);
  const open = async () => {
    const of = { parentId, clientId: deps.newId(), question: "Why?", teamIds: [], repIds: [lou.partyId] };
    return (await openBackchannel(ana, { ...of, sharedMessageIds: [], sharesCustomerName: false }, deps)).interactionId;
  };
  const badgeAndList = async () => {
    const rows = await backchannelRows(lou, deps);
    const invited = rows.filter(({ participation }) => participation === "invited").length;
    return [(await queueCounts(lou, deps)).invitations, invited];
  };
  const [ended, deactivated, answered] = [await open(), await open(), await open()];
  await inviteParty(ana, { interactionId: parentId, partyId: lou.partyId, showFrom: "now" }, deps);
  expect(await badgeAndList()).toEqual([4, 4]);
  const end = (id: string, set: object) => deps.db.updateTable("interaction").set(set).where("id", "=", id).execute();
  await end(ended, { ended_at: deps.clock.now() });
  await end(deactivated, { deactivated_at: deps.clock.now() });
  await answerInvitation(lou, { interactionId: answered, accepts: true }, deps);
  expect(await badgeAndList()).toEqual([1, 1]);
  await answerInvitation(lou, { interactionId: parentId, accepts: true }, deps);
  expect(await badgeAndList()).toEqual([0, 0]);
});
