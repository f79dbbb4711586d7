import { pino } from "pino";
import { openWorker } from "@/server/jobs/openWorker";
import { openWakeUps } from "@/server/live/wakeUps";
import { openDeps } from "@/server/openDeps";
import { openTestServer } from "./openTestServer";

/**
 * A server as its own process, for tests that kill it. It serves procedures and streams, and runs jobs if
 * PARLEY_RUN_JOBS is 1, all as the product does, but no pages. It listens on PORT or a free port, and prints its
 * address.
 */
const databaseUrl = process.env.DATABASE_URL ?? "";
const log = pino({ level: "warn" });
const { deps } = openDeps({
  databaseUrl,
  connectionsMax: 8,
  idKey: "a key of sixteen and more bytes, for tests only",
  log,
});
await openWakeUps(databaseUrl, deps);
if (process.env.PARLEY_RUN_JOBS === "1") await openWorker(deps);
const { url } = await openTestServer(deps, {}, Number(process.env.PORT ?? 0));
process.stdout.write(`listening ${url}\n`);
