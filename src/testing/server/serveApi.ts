import { pino } from "pino";
import { openWakeUps } from "@/server/live/wakeUps";
import { openDeps } from "@/server/openDeps";
import { openTestServer } from "./openTestServer";

/**
 * A server of procedures and streams as a process of its own, for tests that kill it: pages are left out, all else is
 * the product's. It prints its address once it listens.
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
const { url } = await openTestServer(deps);
process.stdout.write(`listening ${url}\n`);
