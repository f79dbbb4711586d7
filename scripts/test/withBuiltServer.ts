import { escapeIdentifier } from "pg";
import { buildAll } from "../bundle/buildAll";
import { withClient } from "../database/withClient";
import { freePort } from "../launch/freePort";
import { startServer, waitUntilReady } from "../launch/keeping/startServer";
import { runSeed } from "../launch/runSeed";
import { serverEnvironment } from "../launch/serve";
import { TEMPLATE_DATABASE } from "./ensureTemplate";
import { ensureTestPostgres } from "./testPostgres";

/** A built Parley that runs on a fresh database. */
export interface BuiltServer {
  readonly baseUrl: string;
  readonly demoUrl: string;
  readonly databaseUrl: string;
}

/** Node's arguments for the seed. */
type Seed = readonly string[];

const DEMO: Seed = ["build/seed.js"];
const UNTAUGHT_DEMO: Seed = [...DEMO, "--without-examples"];

/**
 * Runs `work` on a built and seeded server with its own database and ports. Afterwards stops it and drops the database.
 */
export async function withBuiltServer<Result>(work: (server: BuiltServer) => Promise<Result>): Promise<Result> {
  return withServer(DEMO, work);
}

/** The same, but its classifiers know nothing yet. A story that needs a decision teaches them first. */
export async function withUntaughtServer<Result>(work: (server: BuiltServer) => Promise<Result>): Promise<Result> {
  return withServer(UNTAUGHT_DEMO, work);
}

/** The same on an empty database without the demo, as on an organization's first day. */
export async function withNewServer<Result>(work: (server: BuiltServer) => Promise<Result>): Promise<Result> {
  return withServer(null, work);
}

async function withServer<Result>(seed: Seed | null, work: (server: BuiltServer) => Promise<Result>): Promise<Result> {
  await buildAll();
  const maintenanceUrl = await ensureTestPostgres();
  const name = `parley_test_${process.pid}_server`;
  const databaseUrl = await copyTemplate(maintenanceUrl, name);
  try {
    return await serveWhile(databaseUrl, seed, work);
  } finally {
    await withClient(maintenanceUrl, (client) =>
      client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`),
    );
  }
}

async function copyTemplate(maintenanceUrl: string, name: string): Promise<string> {
  await withClient(maintenanceUrl, (client) =>
    client.query(`create database ${escapeIdentifier(name)} template ${TEMPLATE_DATABASE}`),
  );
  const url = new URL(maintenanceUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function serveWhile<Result>(
  databaseUrl: string,
  seed: Seed | null,
  work: (server: BuiltServer) => Promise<Result>,
): Promise<Result> {
  const ports = { port: await freePort(), demoPort: await freePort() };
  const mode = { nodeEnvironment: "production" } as const;
  const environment = {
    ...serverEnvironment({ url: databaseUrl, isEmbedded: seed !== null }, ports, mode),
    PARLEY_GALLERY: "1",
  };
  if (seed) await runSeed(seed, environment);
  const server = startServer(["build/server.js"], environment);
  try {
    await waitUntilReady(server, ports.port);
    return await work({
      baseUrl: `http://localhost:${ports.port}`,
      demoUrl: `http://localhost:${ports.demoPort}`,
      databaseUrl,
    });
  } finally {
    await server.stop();
  }
}
