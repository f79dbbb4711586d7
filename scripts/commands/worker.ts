import { buildAll } from "../bundle/buildAll";
import { checkExternalDatabase } from "../database/checkExternalDatabase";
import { migrateDatabase } from "../database/migrateDatabase";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { presentDatabaseUrl } from "../launch/openDatabase";
import { readPorts } from "../launch/ports";
import { serverEnvironment } from "../launch/serve";
import { startServer } from "../launch/startServer";
import { untilStopped } from "../launch/untilStopped";

/** `npm run worker`: runs jobs in a process of its own, on DATABASE_URL or on the database of a running `npm start`. */
export default async function worker(): Promise<number> {
  const url = await presentDatabaseUrl();
  if (!url) throw new ForeseenFailure("There is no database yet: run npm start first, or set DATABASE_URL.");
  await checkExternalDatabase(url);
  await migrateDatabase(url);
  await buildAll();
  const isEmbedded = !process.env.DATABASE_URL;
  const environment = serverEnvironment({ url, isEmbedded }, readPorts(), { nodeEnvironment: "production" });
  const running = startServer(["build/worker.js"], environment);
  const ending = await untilStopped([running.ended], () => running.kill());
  await running.stop();
  if (ending.kind === "lost") console.error(`The worker ${ending.what}.`);
  return ending.kind === "asked" ? 0 : 1;
}
