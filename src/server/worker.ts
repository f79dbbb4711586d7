import { readConfiguration } from "./configuration";
import { openWorker } from "./jobs/openWorker";
import { openWakeUps } from "./live/wakeUps";
import { openDeps, openLog } from "./openDeps";
import { stopWhenAsked } from "./stopWhenAsked";

const { databaseUrl, connectionsMax, secrets, logLevel } = readConfiguration(process.env);
const log = openLog(logLevel);
// Log a rejection that nobody awaited, and keep running the other jobs.
process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));
const { deps, close } = openDeps({ databaseUrl, connectionsMax, idKey: secrets.idKey, log });
const wakeUps = await openWakeUps(databaseUrl, deps);
const worker = await openWorker(deps);
log.info("jobs are running");

stopWhenAsked(() => worker.close().then(wakeUps.close).then(close), log);
