import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openTcpProxy } from "@/testing/server/openTcpProxy";
import { testDatabase } from "@/testing/world/database";
import { waitFor } from "@/testing/world/waitFor";

const STOPS_WITHIN_MS = 12_000;

const database = await testDatabase();
const proxy = await openTcpProxy(database.url);
const folder = mkdtempSync(join(tmpdir(), "parley-worker-"));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  proxy.close();
  await database.drop();
});

test("a worker whose database answers nothing ends soon after it is asked to (40)", async () => {
  const secrets = join(folder, "secrets.json");
  writeFileSync(secrets, JSON.stringify({ authSecret: "a".repeat(40), idKey: "b".repeat(40) }));
  const url = new URL(database.url);
  url.port = new URL(proxy.url).port;
  const worker = spawn(process.execPath, ["--import", "tsx", "src/server/worker.ts"], {
    env: { ...process.env, DATABASE_URL: url.href, PARLEY_SECRETS_FILE: secrets },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  worker.stdout.on("data", (bytes) => {
    said += String(bytes);
  });
  await waitFor("jobs are running", () => said.includes("jobs are running") || undefined, 20_000);
  proxy.goDead(true);
  const askedAtMs = performance.now();
  worker.kill("SIGTERM");
  await once(worker, "exit");
  expect(performance.now() - askedAtMs).toBeLessThan(STOPS_WITHIN_MS);
}, 40_000);
