import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { withClient } from "../database/withClient";
import { dataFolder } from "./initializeCluster";
import { embeddedDatabaseUrl } from "./postgresAccess";
import { placeAt } from "./postgresPlace";
import { postmasterPid } from "./postmaster";
import { startPostgres } from "./startPostgres";

const FROZEN_STOPS_WITHIN_MS = 10_000;

const folder = mkdtempSync(join(tmpdir(), "parley-frozen-"));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a PostgreSQL that is frozen is stopped soon, and has all that it acknowledged at its next start (40)", async () => {
  const place = placeAt(join(folder, "postgres"));
  const first = await startPostgres(place);
  const urlOf = ({ access }: typeof first) => embeddedDatabaseUrl(access, "postgres");
  await withClient(urlOf(first), (client) => client.query("create table kept as select 1 as is_there"));

  const pid = postmasterPid(dataFolder(place)) ?? 0;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
  for (const each of [pid, ...children]) process.kill(each, "SIGSTOP");
  const startedAtMs = performance.now();
  await first.stop();
  expect(performance.now() - startedAtMs).toBeLessThan(FROZEN_STOPS_WITHIN_MS);

  const next = await startPostgres(place);
  const { rows } = await withClient(urlOf(next), (client) => client.query("select * from kept"));
  expect(rows).toEqual([{ is_there: 1 }]);
  await next.stop();
}, 60_000);
