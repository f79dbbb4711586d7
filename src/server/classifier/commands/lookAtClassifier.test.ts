import { afterAll, beforeEach, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { csvOf, fitMatters, importMatters, textsOf } from "@/testing/scenes/classifierExamples";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { runDueJobs } from "@/testing/world/runDueJobs";
import { meView } from "../../organization/queries/meView";
import type { Fitted } from "../fitting/fitInSteps";
import { type FitModel, fitInThread } from "../fitting/fitInThread";
import { fitDue } from "../load/fitDue";
import { classifierQuality } from "../queries/classifierQuality";
import { tryText } from "../queries/tryText";
import { fitByHand, rollBack, setTarget } from "./changeClassifier";
import { importExamples } from "./importExamples";
import { lookAtClassifier, lookAtClassifiers } from "./lookAtClassifier";

const world = await openTestWorld();
const { deps } = world;
afterAll(() => world.close());

let number = 0;
let house: Awaited<ReturnType<typeof aBank>>;
const aBank = (slug: string) =>
  anOrganization(
    {
      slug,
      teams: { cards: {}, loans: {} },
      categories: { card: { team: "cards" }, loan: { team: "loans" }, login: {} },
      reps: { ana: { teams: ["cards"] }, boss: { role: "administrator" } },
    },
    deps,
  );

beforeEach(async () => {
  number += 1;
  house = await aBank(`bank${number}`);
});

const boss = async () => (await house.viewer("boss")).pov;
const quality = async () => classifierQuality(await boss(), deps);

test("with enough examples a first model is fitted by itself, goes live, and says how good it is", async () => {
  const before = await quality();
  expect(before).toMatchObject({ live: null, exampleCount: 0, examplesNeeded: 40, stamp: 0, targetPrecision: 0.97 });

  await importMatters(await boss(), ["card", "loan"], deps, 15);
  await runDueJobs(deps);
  expect(await quality()).toMatchObject({ live: null, versions: [], exampleCount: 30, categoriesWithExamples: 2 });

  await importMatters(await boss(), ["card", "loan", "login"], deps);
  await lookAtClassifier(house.id, deps, { fit: fitInThread, signal: new AbortController().signal });
  const after = await quality();
  expect(after.live).toMatchObject({ version: 1, state: "live", reason: "first", exampleCount: 75, progress: 1 });
  expect(after.live?.accuracy).toBeGreaterThan(0.8);
  expect(after.fitting).toBeNull();
  expect(after.categories.map(({ name, exampleCount, mayDecide }) => [name, exampleCount, mayDecide])).toEqual([
    ["card", 25, true],
    ["loan", 25, true],
    ["login", 25, true],
  ]);
  const said = await tryText(await boss(), { text: "Hello, somebody stole my card!" }, deps);
  expect(said.likeliest[0]).toMatchObject({ categoryId: house.categories.card, name: "card" });
  expect(said.because).toContain("card");
});

test("a tenth more examples make the next fit due, and fewer do not", async () => {
  await fitMatters(await boss(), ["card", "loan"], deps);
  expect((await quality()).live).toMatchObject({ version: 1, exampleCount: 50 });
  await importMatters(await boss(), ["login"], deps, 4);
  await runDueJobs(deps);
  expect((await quality()).versions).toHaveLength(1);
  await importMatters(await boss(), ["login"], deps, 5);
  await runDueJobs(deps);
  expect((await quality()).live).toMatchObject({ version: 2, reason: "more_examples", exampleCount: 55 });
});

test("a category that has grown large enough to be told apart makes a fit due", () => {
  const last = { examples: 500, upToNumber: 500, categoryIds: ["a", "b"], isOutdated: false };
  const standing = { examples: 505, categoryIds: ["a", "b", "c"], lastNumber: 505, last, hasLive: true };
  expect(fitDue(standing)).toBe("new_category");
  expect(fitDue({ ...standing, categoryIds: ["a", "b"] })).toBeNull();
  expect(fitDue({ ...standing, categoryIds: ["a", "b"], lastNumber: 550 })).toBe("more_examples");
  expect(fitDue({ ...standing, categoryIds: ["a"] })).toBeNull();
  expect(fitDue({ ...standing, last: null })).toBe("first");
  expect(fitDue({ ...standing, last: { ...last, categoryIds: null } })).toBeNull();
  expect(fitDue({ ...standing, categoryIds: ["a"], last: { ...last, isOutdated: true } })).toBeNull();
  expect(fitDue({ ...standing, last: { ...last, isOutdated: true } })).toBe("more_examples");
});

test("a model that answers worse than the earlier one is refused with its reason, and the earlier one stays live", async () => {
  await fitMatters(await boss(), ["card", "loan", "login"], deps);
  const wrong = [7, 11].flatMap((step) =>
    (["card", "loan", "login"] as const).flatMap((matter, index, matters) =>
      textsOf(matter).map((text, place, all) => {
        const label = matters[(index + 1) % matters.length] ?? matter;
        return [`${text} ${all[(place + step) % all.length]}`, label] as const;
      }),
    ),
  );
  await importExamples(await boss(), csvOf(wrong), deps);
  await runDueJobs(deps);
  const { live, versions } = await quality();
  expect(live).toMatchObject({ version: 1, state: "live" });
  expect(versions[0]).toMatchObject({ version: 2, state: "refused", mayRollBack: false });
  const because = versions[0]?.refusedBecause;
  expect(because?.accuracy).toBeLessThan(because?.previousAccuracy ?? 0);
}, 60_000);

test("a fit by hand returns its version or that of the running fit, and too few examples are refused", async () => {
  await expect(fitByHand(await boss(), deps)).rejects.toMatchObject({ code: "too_few_examples" });
  await fitMatters(await boss(), ["card", "loan"], deps);
  expect(await fitByHand(await boss(), deps)).toEqual({ version: 2 });
  expect(await fitByHand(await boss(), deps)).toEqual({ version: 2 });
  expect((await quality()).fitting).toMatchObject({ version: 2, state: "fitting", reason: "by_hand", progress: 0 });
  await runDueJobs(deps);
  const { live, fitting, versions } = await quality();
  expect([live?.version, fitting]).toEqual([2, null]);
  expect(versions.map(({ state, mayRollBack }) => [state, mayRollBack])).toEqual([
    ["live", false],
    ["replaced", true],
  ]);
});

test("an earlier version comes back as a new one, and a running fit does not replace it", async () => {
  await fitMatters(await boss(), ["card", "loan"], deps);
  await fitMatters(await boss(), ["login"], deps);
  await fitByHand(await boss(), deps);
  await rollBack(await boss(), { version: 1 }, deps);
  await runDueJobs(deps);
  const { live, versions } = await quality();
  expect(live).toMatchObject({ version: 4, reason: "roll_back", exampleCount: 50 });
  expect(versions.map(({ state }) => state)).toEqual(["live", "failed", "replaced", "replaced"]);
  const said = await tryText(await boss(), { text: "I cannot sign in on my phone" }, deps);
  expect(said.isDecided && said.likeliest[0]?.name).not.toBe("login");
  await expect(rollBack(await boss(), { version: 3 }, deps)).rejects.toMatchObject({ code: "not_found" });
  await expect(rollBack(await boss(), { version: 99 }, deps)).rejects.toMatchObject({ code: "not_found" });
});

/** A fit that runs until it is aborted. */
function endlessFit(onBegin: () => void): FitModel {
  return (_task, { signal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      if (signal.aborted) reject(signal.reason);
      onBegin();
    });
}

test("a closing process leaves its fit to the next one at once, and the attempt does not count", async () => {
  await importMatters(await boss(), ["card", "loan"], deps);
  const closing = new AbortController();
  await lookAtClassifier(house.id, deps, { fit: endlessFit(() => closing.abort()), signal: closing.signal });
  expect((await quality()).fitting).toMatchObject({ version: 1, progress: 0, exampleCount: 0 });
  await runDueJobs(deps);
  expect((await quality()).live).toMatchObject({ version: 1 });
});

test("the fit of a process that seems dead is taken up by another, and its own late result is ignored", async () => {
  await importMatters(await boss(), ["card", "loan"], deps);
  const never = new AbortController().signal;
  let finish = (_fitted: Fitted) => {};
  let hasBegun = () => {};
  const begun = new Promise<void>((resolve) => {
    hasBegun = resolve;
  });
  const slow: FitModel = () =>
    new Promise((resolve) => {
      finish = resolve;
      hasBegun();
    });
  const dead = lookAtClassifier(house.id, deps, { fit: slow, signal: never });
  await begun;
  expect((await quality()).fitting).toMatchObject({ version: 1, progress: 0, exampleCount: 50 });
  await runDueJobs(deps);
  const { live } = await quality();
  expect(live).toMatchObject({ version: 1, state: "live" });
  finish({
    weights: new Uint8Array(4),
    threshold: 0.1,
    report: { accuracy: 0 } as Fitted["report"],
  });
  await dead;
  expect((await quality()).live).toEqual(live);
});

/** The same world, but a statement with these words finds the database away as often as asked. */
function awayFor(words: string, times: number) {
  let left = times;
  const query = (...given: unknown[]) => {
    if (left > 0 && JSON.stringify(given[0]).includes(words)) {
      left -= 1;
      return Promise.reject(new Error("Connection terminated unexpectedly"));
    }
    return Reflect.apply(deps.pool.query, deps.pool, given);
  };
  const pool = new Proxy(deps.pool, { get: (of, name) => (name === "query" ? query : Reflect.get(of, name)) });
  return { ...deps, pool };
}

test("an outage in the middle of a fit or at its end costs nothing: the model goes live all the same", async () => {
  await importMatters(await boss(), ["card", "loan"], deps);
  const never = new AbortController().signal;
  const away = awayFor("set progress = $3", 1);
  await lookAtClassifier(house.id, away, { fit: fitInThread, signal: never });
  expect((await quality()).live).toMatchObject({ version: 1 });

  const { version } = await fitByHand(await boss(), deps);
  await lookAtClassifier(house.id, awayFor("finish_fit", 2), { fit: fitInThread, signal: never });
  expect((await quality()).live).toMatchObject({ version });
});

test("a fit that finds the database away before it begins stays due, and no attempt is counted", async () => {
  await importMatters(await boss(), ["card", "loan"], deps);
  const never = new AbortController().signal;
  const away = awayFor("set example_count = $3", 1);
  await expect(lookAtClassifier(house.id, away, { fit: fitInThread, signal: never })).rejects.toThrow("terminated");
  expect(
    await deps.db
      .selectFrom("classifier_model")
      .select(["state", "attempts"])
      .where("organization_id", "=", house.id)
      .execute(),
  ).toEqual([{ state: "fitting", attempts: 0 }]);
  await runDueJobs(deps);
  expect((await quality()).live).toMatchObject({ version: 1 });
});

test("a fit that always crashes its process, or fails, is given up until there are more examples", async () => {
  await importMatters(await boss(), ["card", "loan"], deps);
  const failing = { fit: () => Promise.reject(new Error("no")), signal: new AbortController().signal };
  await lookAtClassifier(house.id, deps, failing);
  expect((await quality()).versions).toMatchObject([{ version: 1, state: "failed" }]);
  await runDueJobs(deps);
  expect((await quality()).versions).toHaveLength(1);

  const { version } = await fitByHand(await boss(), deps);
  await deps.db.updateTable("classifier_model").set({ attempts: 3 }).where("version", "=", version).execute();
  await runDueJobs(deps);
  expect((await quality()).versions[0]).toMatchObject({ version, state: "failed" });
});

test("a new target is stored, and a fit begins that chooses a threshold for it", async () => {
  await setTarget(await boss(), { targetPrecision: 0.8 }, deps);
  expect(await quality()).toMatchObject({ targetPrecision: 0.8, versions: [] });
  await fitMatters(await boss(), ["card", "loan"], deps);
  await setTarget(await boss(), { targetPrecision: 0.99 }, deps);
  expect((await quality()).fitting).toMatchObject({ version: 2, reason: "new_target" });
  const acts = await deps.db
    .selectFrom("audit_entry")
    .select(["verb", "actor_id"])
    .where("organization_id", "=", house.id)
    .where("verb", "=", "classifier_target_set")
    .execute();
  expect(acts).toHaveLength(2);
});

/**
 * Stores decisions of the live model of which the right category is known: how sure each was, and whether it is right.
 */
async function decided(answers: readonly [number, boolean][]): Promise<void> {
  const model = await deps.db
    .selectFrom("classifier_model")
    .select("id")
    .where("organization_id", "=", house.id)
    .where("state", "=", "live")
    .executeTakeFirstOrThrow();
  for (const [sureness, isRight] of answers) {
    const { sequenceId } = await aRequest(house, { body: "Hello", categoryId: house.categories.card }, deps);
    await deps.db
      .insertInto("classification")
      .values({
        ...{ sequence_id: sequenceId, organization_id: house.id, model_id: model.id, at: deps.clock.now() },
        ...{ likeliest_id: house.categories.card, probability: 1, sureness, is_decided: true },
        ...{ ranked: "[]", because: [] },
        true_category_id: isRight ? house.categories.card : house.categories.loan,
        ...{ known_at: deps.clock.now(), known_by: "rep" as const },
      })
      .execute();
  }
}

test("requests from before the first model do not count among those that it could have decided", async () => {
  await aRequest(house, { body: "Hello" }, deps);
  world.clock.advance(1_000);
  await fitMatters(await boss(), ["card", "loan"], deps);
  expect((await quality()).liveDecided).toEqual({ requests: 0, decided: 0, known: 0, right: 0 });
  await aRequest(house, { body: "Hello" }, deps);
  await decided([[0.99, true]]);
  expect((await quality()).liveDecided).toEqual({ requests: 2, decided: 1, known: 1, right: 1 });
});

test("if live precision falls below the target, the threshold rises until the next model, and this is audited and told", async () => {
  await fitMatters(await boss(), ["card", "loan"], deps);
  const own = 0.9;
  await deps.db
    .updateTable("classifier_model")
    .set({ threshold: own })
    .where("organization_id", "=", house.id)
    .execute();
  await decided(Array.from({ length: 29 }, () => [0.995, true]));
  await lookAtClassifiers(deps);
  await runDueJobs(deps);
  expect((await quality()).raised).toBeNull();

  await decided([
    ...Array.from({ length: 20 }, () => [0.998, true] as [number, boolean]),
    ...Array.from({ length: 5 }, () => [own, false] as [number, boolean]),
  ]);
  await lookAtClassifiers(deps);
  await runDueJobs(deps);
  const { raised, threshold, thresholdOfModel, stamp } = await quality();
  expect(raised).toMatchObject({ precision: 49 / 54, from: own, to: 0.995, at: deps.clock.now() });
  expect([threshold, thresholdOfModel]).toEqual([0.995, own]);
  const live = await deps.classifiers.of(house.id, stamp);
  await deps.classifiers.upToDate(house.id);
  expect(live?.model.threshold).toBe(0.995);
  const notices = async (rep: "ana" | "boss") => (await meView(await house.viewer(rep), deps)).notices;
  expect(await notices("boss")).toEqual([{ code: "classifier_threshold_raised", ...raised }]);
  expect(await notices("ana")).toEqual([]);
  const acts = await deps.db
    .selectFrom("audit_entry")
    .select(["actor_id", "facts"])
    .where("organization_id", "=", house.id)
    .where("verb", "=", "classifier_threshold_raised")
    .execute();
  expect(acts).toEqual([{ actor_id: house.id, facts: { precision: 49 / 54, from: own, to: 0.995 } }]);

  await lookAtClassifiers(deps);
  await runDueJobs(deps);
  expect((await quality()).raised).toEqual(raised);
  await fitByHand(await boss(), deps);
  await runDueJobs(deps);
  expect(await quality()).toMatchObject({ raised: null });
  expect(await notices("boss")).toEqual([]);
});
