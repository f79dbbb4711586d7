import { afterAll, beforeAll, expect, test } from "vitest";
import { aScene, aStage, type Scene, type Stage } from "@/testing/scenes/aScene";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { withClient } from "../database/withClient";
import { explainFeed } from "./explainFeed";
import { explainMessage } from "./explainMessage";
import { isOwnDatabase } from "./isOwnDatabase";

const world = await openTestWorld();
afterAll(() => world.close());
let stage: Stage;
let scene: Scene;
beforeAll(async () => {
  stage = await aStage("bank", world.deps);
  scene = await aScene(stage, world.deps);
});

const whyOf = async (messageId: string, as: string) =>
  (await withClient(world.databaseUrl, (client) => explainMessage(messageId, as, client))).slice(0, 2).join(" ");

test("the command says why each person sees a question in a backchannel or does not (P1, P4, P5)", async () => {
  const { questionId, contactId } = scene.ids;
  const { rep, specialist, colleague, supervisor } = stage.reps;
  expect(await whyOf(questionId, rep.id)).toMatch(/sees revision 1 .* Because their own list has an entry/);
  expect(await whyOf(questionId, specialist.id)).toMatch(/sees revision 1 .* Because their own list has an entry/);
  expect(await whyOf(questionId, colleague.id)).toMatch(/does not see .* Because no list that they read/);
  expect(await whyOf(questionId, contactId)).toMatch(/\(contact\) does not see .* Because no list that they read/);
  expect(await whyOf(scene.ids.messageId, supervisor.id)).toMatch(/sees revision 1 .* supervise the team/);
  expect(await whyOf(scene.ids.messageId, specialist.id)).toMatch(/does not see/);
});

test("a list is shown by ids and kinds, never in words", async () => {
  const lines = await withClient(world.databaseUrl, (client) => explainFeed(scene.ids.contactId, client));
  expect(lines[0]).toMatch(/^The list of .* \(contact\) has \d+ entries\.$/);
  expect(lines.slice(1).join("\n")).toContain(scene.ids.messageId);
  expect(lines.join("\n")).not.toContain(scene.ids.questionId);
  expect(lines.join("\n")).not.toMatch(/My card|Done|Not quite/);
});

test("an unknown message and an unknown party are one sentence each", async () => {
  await expect(whyOf(scene.ids.messageId, "nobody@nowhere.example")).rejects.toThrow(/No party has/);
  await expect(whyOf("no-id", scene.ids.contactId)).rejects.toThrow(/There is no message/);
});

test.each([
  ["postgresql://postgres@127.0.0.1:5433/parley", true],
  ["postgresql://localhost/parley", true],
  ["postgresql://u:p@[::1]:5432/parley", true],
  ["postgresql:///parley?host=/var/run/postgresql", true],
  ["postgresql://localhost/parley?host=db.example.com", false],
  ["postgresql://u:p@db.example.com/parley", false],
])("%s is a database of this machine: %s", (url, isOwn) => {
  expect(isOwnDatabase(url)).toBe(isOwn);
});
