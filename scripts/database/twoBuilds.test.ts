import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { aStage } from "@/testing/scenes/aScene";
import { postHttp } from "@/testing/server/callHttp";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { waitFor } from "@/testing/world/waitFor";

const COPIED = ["src", "scripts", "prisma", "prisma.config.ts", "package.json", "package-lock.json", "tsconfig.json"];
const SOON_MS = 60_000;

const world = await openTestWorld();
const { deps } = world;
const next = mkdtempSync(join(tmpdir(), "parley-next-build-"));
const running: ChildProcess[] = [];
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(next, { recursive: true, force: true });
  await world.close();
});

/** Makes the next version: it gives requests a column that new rows take by default. */
function makeNextBuild(): void {
  for (const path of COPIED) cpSync(path, join(next, path), { recursive: true });
  symlinkSync(resolve("node_modules"), join(next, "node_modules"));
  mkdirSync(join(next, "prisma/migrations/20991231235959_next"));
  writeFileSync(
    join(next, "prisma/migrations/20991231235959_next/migration.sql"),
    `ALTER TABLE "request" ADD COLUMN "mood" TEXT NOT NULL DEFAULT 'calm';`,
  );
  edit("prisma/schema.prisma", /model Request \{\n/, (line) => `${line}  mood String @default("calm")\n`);
  edit(
    "src/server/writer/columns.ts",
    /request: columnsOf\("request", \{\n/,
    (line) => `${line}    defaults: ["mood"],\n`,
  );
  edit("src/server/writer/sql/parts/patchRequest.sql", /^/, () => "-- The next version.\n");
}

function edit(path: string, found: RegExp, replacement: (line: string) => string): void {
  const text = readFileSync(join(next, path), "utf8");
  if (!found.test(text)) throw new Error(`${path} has no ${found}`);
  writeFileSync(join(next, path), text.replace(found, replacement));
}

/** Runs a file of a build. `output` is what it has written so far. */
function run(build: string, script: string): { output(): string; ended: Promise<number | null> } {
  let output = "";
  const child = spawn(process.execPath, ["--import", "tsx", ...script.split(" ")], {
    cwd: build,
    env: { ...process.env, DATABASE_URL: world.databaseUrl, PORT: "0" },
  });
  running.push(child);
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  return { output: () => output, ended: new Promise((settle) => child.once("exit", settle)) };
}

async function serve(build: string): Promise<string> {
  const { output } = run(build, "src/testing/server/serveApi.ts");
  return waitFor(`${build} listens`, () => /listening (\S+)/.exec(output())?.[1], SOON_MS).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${output()}`);
  });
}

async function deploy(build: string): Promise<void> {
  const script = join(build, "deploy.ts");
  writeFileSync(
    script,
    `import { generateTypes } from "./scripts/database/generateTypes";
     import { migrateDatabase } from "./scripts/database/migrateDatabase";
     await generateTypes();
     await migrateDatabase(process.env.DATABASE_URL ?? "");`,
  );
  const { output, ended } = run(build, script);
  expect(await ended, output()).toBe(0);
}

type Customer = { send(serverUrl: string, body: string): Promise<void> };

/** A new customer of the desk, who writes through one server or another. */
async function aCustomer(serverUrl: string, key: string): Promise<Customer> {
  const begun = await postHttp(serverUrl, "customer.begin", { key });
  expect(begun.status, begun.text).toBe(200);
  const headers = { authorization: `Visitor ${/"token":"([^"]+)"/.exec(begun.text)?.[1]}` };
  return {
    async send(url, body) {
      const sent = await postHttp(url, "customer.post", { key, clientId: deps.newId(), body }, headers);
      expect(sent.status, sent.text).toBe(200);
    },
  };
}

const moods = async () =>
  (
    await deps.pool.query<{ subject: string; mood: string; state: string }>(
      "select s.subject, r.mood, r.state from request r join sequence s on s.id = r.sequence_id order by s.subject",
    )
  ).rows;

test("this version and the next write into one database at the same time, across a migration that adds a column", async () => {
  const { widgetKey } = await aStage("bank", deps);
  makeNextBuild();
  const present = await serve(".");
  const [early, one, other] = [
    await aCustomer(present, widgetKey),
    await aCustomer(present, widgetKey),
    await aCustomer(present, widgetKey),
  ];
  await early.send(present, "Card lost before");
  await deploy(next);
  const following = await serve(next);
  await Promise.all([
    one.send(present, "Card lost, by the present one"),
    other.send(following, "Card lost, by the next"),
  ]);
  await deps.pool.query("update request set mood = 'cross'");
  // Each build now changes what the other has written.
  await Promise.all([
    one.send(following, "Any news?"),
    other.send(present, "Any news?"),
    early.send(present, "Hello?"),
  ]);
  await aCustomer(following, widgetKey).then((late) => late.send(present, "Card lost late"));
  expect(await moods()).toEqual([
    { subject: "Card lost before", mood: "cross", state: "assigned" },
    { subject: "Card lost late", mood: "calm", state: "assigned" },
    { subject: "Card lost, by the next", mood: "cross", state: "assigned" },
    { subject: "Card lost, by the present one", mood: "cross", state: "assigned" },
  ]);
  const { rows } = await deps.pool.query("select count(*)::int as writers from writer_version");
  expect(rows).toEqual([{ writers: 2 }]);
}, 180_000);
