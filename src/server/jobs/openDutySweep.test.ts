import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { waitFor } from "@/testing/world/waitFor";
import { beatRegularly } from "../availability/presence";
import { openWorker } from "./openWorker";

const world = await openTestWorld();
const { deps, clock } = world;
const STEP_MS = 10_000;
const AWAY_WITHIN_MS = 150_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
afterEach(() => void vi.useRealTimers());
afterAll(() => world.close());

test("the sweep of a running worker takes a rep off duty who is not seen any more", async () => {
  const house = await anOrganization({ teams: {}, categories: {}, reps: { ana: {} } }, deps);
  const availability = async () => (await deps.repLoads(house.reps.ana.id))?.availability;
  const beatAt = async () => (await deps.db.selectFrom("presence_watch").select("beat_at").executeTakeFirst())?.beat_at;
  const presence = beatRegularly(deps);
  const worker = await openWorker(deps);
  try {
    expect(await availability()).toBe("available");
    for (let passedMs = 0; passedMs < AWAY_WITHIN_MS; passedMs += STEP_MS) {
      clock.advance(STEP_MS);
      vi.advanceTimersByTime(STEP_MS);
      await waitFor("a beat", async () => (await beatAt())?.getTime() === clock.now().getTime() || undefined);
    }
    await waitFor("the rep is away", async () => (await availability()) === "away" || undefined);
  } finally {
    presence.close();
    await worker.close();
  }
});
