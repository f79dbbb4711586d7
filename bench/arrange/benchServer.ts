import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { resolve } from "node:path";
import { ForeseenFailure } from "../../scripts/launch/foreseenFailure";
import { freePort } from "../../scripts/launch/freePort";
import { ensureSecretsFile } from "../../scripts/launch/secrets";
import { waitUntil } from "../../scripts/launch/waitUntil";

const PROGRAM = "build/server.js";
const FOLDER = ".cache/bench";
const READY_BUDGET_MS = 60_000;
const STOP_BUDGET_MS = 30_000;

/** The production server in its own process. */
export interface BenchServer {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Starts the built production server on a free port and waits until it is ready. Its log is .cache/bench/server.log.
 *
 * @param profileFolder where the server writes a CPU profile when it stops, or undefined for none
 * @throws ForeseenFailure if the server does not become ready in time
 */
export async function startBenchServer(databaseUrl: string, profileFolder: string | undefined): Promise<BenchServer> {
  mkdirSync(FOLDER, { recursive: true });
  const port = await freePort();
  const log = openSync(`${FOLDER}/server.log`, "a");
  const profile = profileFolder ? ["--cpu-prof", `--cpu-prof-dir=${resolve(profileFolder)}`] : [];
  const child = spawn(process.execPath, [...profile, "--enable-source-maps", PROGRAM], {
    stdio: ["ignore", log, log],
    env: { ...process.env, ...(await environment(databaseUrl, port)) },
  });
  closeSync(log);
  const ended = new Promise<void>((done) => child.on("exit", () => done()));
  const url = `http://127.0.0.1:${port}`;
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const stop = async () => {
    if (isRunning()) child.kill("SIGTERM");
    const reminder = setTimeout(() => child.kill("SIGKILL"), STOP_BUDGET_MS);
    await ended;
    clearTimeout(reminder);
  };
  process.once("exit", () => child.kill("SIGKILL"));
  await waitUntil(async () => !isRunning() || (await isReady(url)), READY_BUDGET_MS);
  if (isRunning() && (await isReady(url))) return { url, pid: child.pid ?? 0, stop };
  await stop();
  throw new ForeseenFailure(`The server did not become ready; see the end of ${FOLDER}/server.log.`);
}

async function environment(databaseUrl: string, port: number): Promise<Record<string, string>> {
  return {
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    DEMO_PORT: String(await freePort()),
    PARLEY_SECRETS_FILE: resolve(ensureSecretsFile(`${FOLDER}/secrets.json`)),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(5_000) })).status === 200;
  } catch {
    return false;
  }
}
