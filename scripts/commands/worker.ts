import { buildAll } from "../bundle/buildAll";
import { checkExternalDatabase } from "../database/checkExternalDatabase";
import { migrateDatabase } from "../database/migrateDatabase";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { keepServer, type ServerStart } from "../launch/keeping/keepServer";
import { presentDatabaseUrl } from "../launch/openDatabase";
import { readPorts } from "../launch/ports";
import { serverEnvironment } from "../launch/serve";
import { untilStopped } from "../launch/untilStopped";

/** `npm run worker`: runs jobs in their own process, on DATABASE_URL or on the database of a running `npm start`. */
export default async function worker(): Promise<number> {
  const url = await presentDatabaseUrl();
  if (!url) throw new ForeseenFailure("There is no database yet: run npm start first, or set DATABASE_URL.");
  await checkExternalDatabase(url);
  await migrateDatabase(url);
  await buildAll();
  const isEmbedded = !process.env.DATABASE_URL;
  const environment = serverEnvironment({ url, isEmbedded }, readPorts(), { nodeEnvironment: "production" });
  const start: ServerStart = { name: "The worker", nodeArguments: ["build/worker.js"], environment };
  const worker = keepServer(start);
  const ending = await untilStopped([worker.givenUp], () => worker.present().kill());
  await worker.stop();
  if (ending.kind === "lost") console.error(ending.what);
  return ending.kind === "asked" ? 0 : 1;
}
