import { readConfiguration } from "./configuration";
import { openWorker } from "./jobs/openWorker";
import { openWakeUps } from "./live/wakeUps";
import { openDeps, openLog } from "./openDeps";

const { databaseUrl, connectionsMax, secrets, logLevel } = readConfiguration(process.env);
const log = openLog(logLevel);
// Log a rejection that nobody awaited, and keep running the other jobs.
process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));
const { deps, close } = openDeps({ databaseUrl, connectionsMax, idKey: secrets.idKey, log });
const wakeUps = await openWakeUps(databaseUrl, deps);
const worker = await openWorker(deps);
log.info("jobs are running");

const stop = () => {
  worker
    .close()
    .then(wakeUps.close)
    .then(close)
    .then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "the worker did not stop cleanly");
        process.exit(1);
      },
    );
};
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
