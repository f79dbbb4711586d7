import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Records } from "@/server/db/transact";
import type { Deps } from "@/server/deps";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { setTarget } from "./changeClassifier";
import { importExamples } from "./importExamples";
import { removeExamples, restoreExamples } from "./removeExamples";

const world = await openTestWorld();
const { deps } = world;
const aHouse = () =>
  anOrganization(
    { teams: { cards: {} }, categories: { lost: { team: "cards" } }, reps: { boss: { role: "administrator" } } },
    deps,
  );
let house: Awaited<ReturnType<typeof aHouse>>;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => world.close());

const by = async () => (await house.viewer("boss")).pov;
const csv = (...texts: string[]) => Readable.from(["text,category\n", ...texts.map((text) => `${text},lost\n`)]);
const standing = async () => ({
  settings: await deps.db.selectFrom("classifier").selectAll().execute(),
  examples: await deps.db.selectFrom("classifier_example").selectAll().orderBy("number").execute(),
  removals: await deps.db.selectFrom("classifier_removal").selectAll().execute(),
  acts: await deps.db.selectFrom("audit_entry").select("verb").orderBy("id").execute(),
});

/** Deps whose audit refuses every entry. */
const withoutAudit: Deps = {
  ...deps,
  transact: (work) =>
    deps.transact((tx) => {
      const refusing = { create: () => Promise.reject(new Error("the audit is full")) };
      const prisma: Records = Object.create(tx.prisma, { auditEntry: { value: refusing } });
      return work({ ...tx, prisma });
    }),
};

test("an administrator's change of the classifier is committed with its audit row, or not at all", async () => {
  const pov = await by();
  const rows = csv("my card is lost", "lost my card on a trip");
  expect(await importExamples(pov, rows, deps)).toMatchObject({ outcome: "imported", added: 2 });
  const [first] = (await standing()).examples;
  const numbers = [first?.number ?? 0];
  await setTarget(pov, { targetPrecision: 0.9 }, deps);
  const before = await standing();
  expect(before.acts.map(({ verb }) => verb)).toEqual(["classifier_examples_imported", "classifier_target_set"]);

  const full = "the audit is full";
  await expect(setTarget(pov, { targetPrecision: 0.8 }, withoutAudit)).rejects.toThrow(full);
  await expect(importExamples(pov, csv("a third one"), withoutAudit)).rejects.toThrow(full);
  await expect(removeExamples(pov, { numbers }, withoutAudit)).rejects.toThrow(full);
  expect(await standing()).toEqual(before);

  await removeExamples(pov, { numbers }, deps);
  const removed = await standing();
  await expect(restoreExamples(pov, { numbers }, withoutAudit)).rejects.toThrow(full);
  expect(await standing()).toEqual(removed);
  await restoreExamples(pov, { numbers }, deps);
  expect((await standing()).acts.map(({ verb }) => verb).slice(2)).toEqual([
    "classifier_examples_removed",
    "classifier_examples_restored",
  ]);
});
