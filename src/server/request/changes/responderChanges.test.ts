import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { history, LONG_STORY, type Step } from "@/testing/laws/histories";
import { playHistory } from "@/testing/laws/playHistory";
import { newStage } from "@/testing/laws/stage";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { respondersOf, storedRequest } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { racing } from "@/testing/world/racing";
import { setAvailability } from "../../availability/setAvailability";
import { answerInvitation } from "../../backchannel/commands/answerInvitation";
import { inviteParty } from "../../backchannel/commands/inviteParty";
import { removeParticipant } from "../../backchannel/commands/removeParticipant";
import { currentParties } from "../../conversation/load/currentParties";
import { escalateRequest } from "../commands/escalateRequest";
import { handOverRequest } from "../commands/handOverRequest";

const world = await openTestWorld();
const { deps } = world;
afterAll(() => world.close());

let made = 0;
async function aHouse() {
  made += 1;
  const house = await anOrganization(
    {
      slug: `desk${made}`,
      teams: { cards: {}, loans: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: {
        ana: { teams: ["cards"], capacity: 9 },
        lea: { teams: ["loans"], capacity: 9 },
        head: { role: "supervisor", teams: ["cards"], supervises: ["cards"], availability: "busy", capacity: 9 },
      },
    },
    deps,
  );
  const povOf = async (name: "ana" | "lea" | "head") => (await house.viewer(name)).pov;
  return { ...house, povOf };
}

/** A request of ana's in which another rep takes part beside her. */
async function withSecond(second: "lea" | "head", showFrom: "now" | "start") {
  const house = await aHouse();
  const request = await aRequest(house, { body: "My card" }, deps);
  const { interactionId } = request;
  await inviteParty(await house.povOf("ana"), { interactionId, partyId: house.reps[second].id, showFrom }, deps);
  await answerInvitation(await house.povOf(second), { interactionId, accepts: true }, deps);
  return { house, ...request };
}

test("a participant who is given the request becomes its responder, and leaves when it goes on", async () => {
  const { house, sequenceId, interactionId } = await withSecond("lea", "now");
  const lea = await house.povOf("lea");
  await handOverRequest(await house.povOf("ana"), { sequenceId, to: { repId: lea.partyId } }, deps);
  expect(await respondersOf(interactionId, deps)).toEqual([lea.partyId]);
  await expect(removeParticipant(lea, { interactionId, partyId: lea.partyId }, deps)).rejects.toMatchObject({
    code: "responder_stays",
  });
  await handOverRequest(lea, { sequenceId, to: { repId: house.reps.ana.id } }, deps);
  const parties = await currentParties(interactionId, deps);
  expect(parties.flatMap(({ id, kind }) => (kind === "contact" ? [] : id))).toEqual([house.reps.ana.id]);
});

test("a participating supervisor becomes the responder by an escalation", async () => {
  const { house, sequenceId, interactionId } = await withSecond("head", "start");
  await setAvailability(await house.povOf("head"), { availability: "available" }, deps);
  await escalateRequest(await house.povOf("ana"), { sequenceId, reason: "Angry" }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ assigned_to_id: house.reps.head.id });
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.head.id]);
});

test("a participant who leaves at the moment when they are given the request stays and answers it", async () => {
  const { house, sequenceId, interactionId } = await withSecond("lea", "now");
  const [ana, lea] = [await house.povOf("ana"), await house.povOf("lea")];
  const handed = () => handOverRequest(ana, { sequenceId, to: { repId: lea.partyId } }, deps);
  const leave = removeParticipant(lea, { interactionId, partyId: lea.partyId }, racing(deps, handed));
  await expect(leave).rejects.toMatchObject({ code: "responder_stays" });
  expect(await respondersOf(interactionId, deps)).toEqual([lea.partyId]);
});

test("a rep who leaves, or declines an invitation, at the moment of a hand-over still gets the request", async () => {
  const { house, sequenceId, interactionId } = await withSecond("lea", "now");
  const [ana, lea] = [await house.povOf("ana"), await house.povOf("lea")];
  const left = () => removeParticipant(lea, { interactionId, partyId: lea.partyId }, deps);
  await handOverRequest(ana, { sequenceId, to: { repId: lea.partyId } }, racing(deps, left));
  expect(await respondersOf(interactionId, deps)).toEqual([lea.partyId]);

  await inviteParty(lea, { interactionId, partyId: ana.partyId, showFrom: "now" }, deps);
  const declined = () => answerInvitation(ana, { interactionId, accepts: false }, deps);
  await handOverRequest(lea, { sequenceId, to: { repId: ana.partyId } }, racing(deps, declined));
  expect(await respondersOf(interactionId, deps)).toEqual([ana.partyId]);
});

/** A second rep, participating or invited, gets the request. */
const BESIDE: Step[] = [
  { afterMs: 1, do: "write", customer: "c1", words: "card words 0" },
  { afterMs: 1, do: "write", customer: "c2", words: "loan words 1" },
  { afterMs: 1, do: "invite", in: { customer: "c1" }, by: "responder", whom: "dan", showFrom: "now" },
  { afterMs: 1, do: "answer", in: { customer: "c1" }, by: "dan", accepts: true },
  { afterMs: 1, do: "setState", customer: "c2", by: "responder", state: "closed" },
  { afterMs: 1, do: "handOver", customer: "c1", by: "responder", to: "dan" },
  { afterMs: 1, do: "invite", in: { customer: "c1" }, by: "responder", whom: "loans", showFrom: "start" },
  { afterMs: 1, do: "handOver", customer: "c1", by: "responder", to: "loans" },
];

test("every open request has exactly one responder: its rep, or the queue where it waits", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      run += 1;
      const stage = await newStage(run, world);
      await playHistory(stage, steps, async () => {
        const live = await stage.deps.db
          .selectFrom("request")
          .select(["interaction_id", "assigned_to_id", "team_id", "state"])
          .where("organization_id", "=", stage.cast.house.id)
          .where("state", "<>", "retired")
          .execute();
        for (const { interaction_id, assigned_to_id, team_id, state } of live) {
          const queue = state === "queued" ? team_id : stage.cast.house.id;
          const expected = state === "assigned" ? assigned_to_id : queue;
          expect(await respondersOf(interaction_id, stage.deps)).toEqual([expected]);
        }
      });
    }),
    { numRuns: 15, seed: 9_497_150, endOnFailure: true, examples: [[LONG_STORY], [BESIDE]] },
  );
}, 240_000);
