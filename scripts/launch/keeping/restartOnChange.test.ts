import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/testing/world/database";
import { waitFor } from "@/testing/world/waitFor";
import { freePort } from "../freePort";
import { isProcessAlive } from "../isProcessAlive";
import { isServerSource } from "./serverSources";

const SOON_MS = 20_000;
const ANSWER = "src/server/answer.mjs";
const MIGRATION = "prisma/migrations/1_first/migration.sql";

/** It answers with its own text and with what was prepared for it, and notes its beginning and its end. */
const SERVER = `
  import { appendFileSync, readFileSync } from "node:fs";
  import { createServer } from "node:http";
  import { answer } from "./answer.mjs";
  const at = (name) => new URL("../../" + name, import.meta.url);
  const note = (word) => appendFileSync(at("notes"), word + " " + process.pid + "\\n");
  note("begun");
  createServer((_request, response) => response.end(answer + " " + readFileSync(at("prepared"), "utf8")))
    .listen(process.env.PORT);
  process.once("SIGTERM", () => { note("ended"); process.exit(0); });
`;

/** The real `serve` with the real watcher, on the small server. */
const LAUNCHER = `
  import { readFileSync, writeFileSync } from "node:fs";
  import { serve } from "${resolve("scripts/launch/serve")}";
  import { restartOnChange } from "${resolve("scripts/launch/keeping/restartOnChange")}";
  import { watchServerSources } from "${resolve("scripts/launch/keeping/serverSources")}";
  const [folder] = process.argv.slice(2);
  const prepare = async () => {
    const migration = readFileSync(folder + "/${MIGRATION}", "utf8");
    if (migration === "broken") throw new Error("the migration is broken");
    writeFileSync(folder + "/prepared", migration);
  };
  const keep = (start) => {
    const changes = watchServerSources(folder);
    void changes.watching.then(() => console.log("watching"));
    return restartOnChange(start, { changes, prepare });
  };
  const mode = { prepare, server: [folder + "/src/server/main.mjs"], seed: [], nodeEnvironment: "development", keep };
  process.exitCode = await serve(mode, { leftServerPid: undefined, recordServer() {}, release() {} });
`;

const folder = mkdtempSync(join(tmpdir(), "parley-restarts-"));
const database = await testDatabase();
const launched: ChildProcess[] = [];
afterAll(async () => {
  for (const launcher of launched) launcher.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

/** A clone of its own in which the launcher runs, until the small server answers and saves are seen. */
async function launch() {
  const clone = mkdtempSync(join(folder, "clone-"));
  const save = (path: string, text: string) => {
    mkdirSync(dirname(join(clone, path)), { recursive: true });
    writeFileSync(join(clone, path), text);
  };
  const saveAnswer = (words: string) => save(ANSWER, `export const answer = "${words}";`);
  save("launcher.mts", LAUNCHER);
  save("src/server/main.mjs", SERVER);
  save("src/domain/rule0.ts", "export const rule = 0;");
  save(MIGRATION, "first");
  saveAnswer("one");
  const port = await freePort();
  const launcher = spawn(process.execPath, ["--import", "tsx", join(clone, "launcher.mts"), clone], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      PORT: String(port),
      PARLEY_SECRETS_FILE: join(clone, "secrets.json"),
    },
    detached: true,
  });
  launched.push(launcher);
  const exited = new Promise<number | null>((settle) => launcher.once("exit", settle));
  let output = "";
  for (const stream of [launcher.stdout, launcher.stderr]) stream.on("data", (chunk) => (output += String(chunk)));

  const soon = (what: string, look: () => Promise<boolean> | boolean) =>
    waitFor(what, async () => ((await look()) ? true : undefined), SOON_MS).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${output}`);
    });
  const says = (words: string) => soon(`the launcher says ${words}`, () => output.includes(words));
  const answers = (wanted: string) =>
    soon(`the answer ${wanted}`, () =>
      fetch(`http://127.0.0.1:${port}`).then(
        async (answer) => (await answer.text()) === wanted,
        () => false,
      ),
    );
  const notes = () => readFileSync(join(clone, "notes"), "utf8").trim().split("\n");
  const pids = () => notes().flatMap((note) => (note.startsWith("begun ") ? Number(note.slice(6)) : []));
  const restartLines = () => output.match(/^The server is started again: .*$/gm) ?? [];
  const pressCtrlC = () => process.kill(-(launcher.pid ?? 0), "SIGINT");
  await Promise.all([answers("one first"), says("watching")]);
  return { save, saveAnswer, says, answers, notes, pids, restartLines, pressCtrlC, exited, launcherPid: launcher.pid };
}

let shared: Awaited<ReturnType<typeof launch>>;
beforeAll(async () => {
  shared = await launch();
});

test("a save ends the server in order and starts it again, prepared for what changed", async () => {
  const { save, saveAnswer, answers, notes, pids, restartLines } = shared;
  saveAnswer("two");
  await answers("two first");
  const [before, after] = pids().slice(-2);
  expect(notes().slice(-3)).toEqual([`begun ${before}`, `ended ${before}`, `begun ${after}`]);
  expect(restartLines().at(-1)).toBe(`The server is started again: ${ANSWER} changed.`);

  save("prisma/migrations/2_second/migration.sql", "A migration that is new.");
  save(MIGRATION, "edited");
  await answers("two edited");
});

test("ten saves at once make one restart", async () => {
  const { save, saveAnswer, answers, pids, restartLines } = shared;
  const [begun, restarts] = [pids().length, restartLines().length];
  for (let count = 1; count < 10; count += 1) save(`src/domain/rule${count}.ts`, `export const rule = ${count};`);
  saveAnswer("ten");
  await answers("ten edited");
  saveAnswer("after ten");
  await answers("after ten edited");
  expect(pids().length - begun).toBe(2);
  expect(restartLines().slice(restarts)).toEqual([
    expect.stringMatching(/^The server is started again: src\/\S+ and 9 more changed\.$/),
    `The server is started again: ${ANSWER} changed.`,
  ]);
});

test("a broken save is told, and the next good one is served", async () => {
  const { save, saveAnswer, says, answers } = shared;
  save(ANSWER, "export const answer = ;");
  await says("SyntaxError");
  await says("The server ended with 1. It is started again at the next change.");
  saveAnswer("mended");
  await answers("mended edited");

  save(MIGRATION, "broken");
  await says("The server could not be started (the migration is broken). It is started again at the next change.");
  save(MIGRATION, "mended, too");
  await answers("mended mended, too");
});

test("saves of tests, of features and of what is generated restart nothing", async () => {
  const { save, saveAnswer, answers, pids, restartLines } = shared;
  const [begun, restarts] = [pids().length, restartLines().length];
  save("src/server/answer.test.ts", "the test");
  save("src/features/board/Board.tsx", "the board");
  save("src/server/db/generated/tables.ts", "the tables");
  saveAnswer("last");
  await answers("last mended, too");
  saveAnswer("marker");
  await answers("marker mended, too");
  expect(pids().length - begun).toBe(2);
  const ofTheAnswer = `The server is started again: ${ANSWER} changed.`;
  expect(restartLines().slice(restarts)).toEqual([ofTheAnswer, ofTheAnswer]);
});

test("Ctrl-C leaves no process, also while a broken server waits for the next change", async () => {
  const { says, save, pressCtrlC, pids, exited, launcherPid } = await launch();
  shared.pressCtrlC();
  expect(await shared.exited).toBe(0);
  save(ANSWER, "export const answer = ;");
  await says("It is started again at the next change.");
  pressCtrlC();
  expect(await exited).toBe(0);
  const all = [launcherPid, shared.launcherPid, ...pids(), ...shared.pids()];
  expect(all.filter((pid) => pid !== undefined && isProcessAlive(pid))).toEqual([]);
});

test.each([
  ["src/server/http/routes.ts", true],
  ["src/server/writer/sql/parts/rate.sql", true],
  ["src/domain/request/afterEvent.ts", true],
  ["src/contract/errorCodes.ts", true],
  ["src/widget/app/components/RatingCard.tsx", true],
  ["prisma/schema.prisma", true],
  ["prisma/schema.sql", false],
  ["src/server/http/routes.test.ts", false],
  ["src/server/http/.routes.ts.swp", false],
  ["src/server/http/.#routes.ts", false],
  ["src/server/http/routes.ts~", false],
  ["src/server/http/4913", false],
])("%s is a source of the server: %s", (path, isSource) => {
  expect(isServerSource(path)).toBe(isSource);
});
