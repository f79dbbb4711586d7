import { createServer, type Server } from "node:http";
import next from "next";
import { rateLimits } from "./auth/rateLimits";
import { viewers } from "./auth/viewers";
import { beatRegularly } from "./availability/presence";
import { type ProcessConfiguration, readConfiguration } from "./configuration";
import { openDemoShop } from "./demoShop/openDemoShop";
import { openMetrics } from "./http/metrics";
import { openHttpServer } from "./http/openHttpServer";
import { openWorker } from "./jobs/openWorker";
import { openHub } from "./live/hub";
import { openWakeUps } from "./live/wakeUps";
import { openBoardWatch } from "./live/watching/boardWatch";
import { openLookWatch } from "./live/watching/lookWatch";
import { openDeps, openLog } from "./openDeps";
import { setProcessDeps } from "./processDeps";
import { stopWhenAsked } from "./stopWhenAsked";

const configuration = readConfiguration(process.env);
const log = openLog(configuration.logLevel);
// Log a rejection that nobody awaited, and keep serving everybody else.
process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));

main().catch((error: unknown) => {
  log.fatal({ err: error }, "Parley cannot start");
  process.exit(1);
});

/** Runs one process of Parley: procedures, streams, pages and, unless they run elsewhere, jobs. */
async function main(): Promise<void> {
  // next-auth reads its settings from the environment, both in this copy of the code and in Next's.
  process.env.NEXTAUTH_SECRET = configuration.secrets.authSecret;
  process.env.NEXTAUTH_URL = configuration.publicUrl;
  const { databaseUrl, connectionsMax, secrets } = configuration;
  const { deps, close } = openDeps({ databaseUrl, connectionsMax, idKey: secrets.idKey, log });
  const parts = { deps, viewers: viewers(deps), rateLimits: rateLimits() };
  setProcessDeps(parts);
  const presence = beatRegularly(deps);
  const wakeUps = await openWakeUps(databaseUrl, deps);
  const live = { hub: openHub(deps), boards: openBoardWatch(deps), looks: openLookWatch(deps) };
  const metrics = openMetrics({ openStreams: live.hub.followers, waitingForConnection: () => deps.pool.waitingCount });
  const pages = openPages(configuration);
  await pages.prepare();
  const server = openHttpServer({ configuration, process: parts, live, metrics, pages: pages.getRequestHandler() });
  const worker = configuration.runsJobs ? await openWorker(deps) : null;
  const shop = configuration.isDemo ? await openDemoShop(configuration, deps) : null;
  await listen(server, configuration.port);
  log.info({ port: configuration.port, url: configuration.publicUrl }, "listening");

  stopWhenAsked(async () => {
    live.boards.close();
    live.looks.close();
    live.hub.close();
    presence.close();
    server.close();
    shop?.close();
    server.closeAllConnections();
    await worker?.close();
    await wakeUps.close();
    await pages.close();
    await close();
  }, log);
}

/**
 * Makes Next's handler of pages. Next answers connection upgrades on the server that it is given, by rules of its own.
 * Only development needs upgrades; otherwise Next gets a server that nobody reaches, and our own server answers upgrade
 * requests like all others.
 */
function openPages({ isDevelopment, port }: ProcessConfiguration): ReturnType<typeof next> {
  const unreached = isDevelopment ? {} : { httpServer: createServer() };
  return next({ dev: isDevelopment, hostname: "localhost", port, ...unreached });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => resolve());
  });
}
