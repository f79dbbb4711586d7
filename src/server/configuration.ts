import { readFileSync } from "node:fs";
import { z } from "zod";
import { readNetworks } from "./auth/networkAddress";
import type { MetricsSettings } from "./http/guards/metricsAccess";

const Environment = z.object({
  DATABASE_URL: z.string().min(1),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DEMO_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  PARLEY_SECRETS_FILE: z.string().min(1),
  /** The address by which people reach Parley; by default http://localhost:PORT. */
  PARLEY_PUBLIC_URL: z.url().optional(),
  /** "1" if a proxy that we run sets X-Forwarded-For. */
  PARLEY_TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  /** Besides programs on this machine, callers with this token and callers from these networks may read the metrics. */
  PARLEY_METRICS_TOKEN: z.string().min(16).optional(),
  PARLEY_METRICS_FROM: z.string().default(""),
  PARLEY_DEMO: z.enum(["0", "1"]).default("0"),
  /** "0" if jobs run in separate processes (npm run worker). */
  PARLEY_RUN_JOBS: z.enum(["0", "1"]).default("1"),
  PARLEY_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  PARLEY_DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(16),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});

const Secrets = z.object({ authSecret: z.string().min(32), idKey: z.string().min(32) });

/**
 * Splits a comma-separated list of networks.
 *
 * @throws Error naming the part that is neither an address nor a network
 */
function networksOf(text: string): string[] {
  const networks = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  readNetworks(networks);
  return networks;
}

/** The settings of a process, from its environment and its secrets file. */
export type ProcessConfiguration = {
  databaseUrl: string;
  port: number;
  demoPort: number;
  publicUrl: string;
  trustsProxy: boolean;
  metrics: MetricsSettings;
  isDemo: boolean;
  runsJobs: boolean;
  logLevel: string;
  connectionsMax: number;
  isDevelopment: boolean;
  secrets: z.infer<typeof Secrets>;
};

/**
 * Reads the configuration of this process.
 *
 * @throws Error naming each variable that is missing or wrong
 */
export function readConfiguration(environment: NodeJS.ProcessEnv): ProcessConfiguration {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
    throw new Error(`The environment is not complete: ${wrong}`);
  }
  const env = read.data;
  return {
    databaseUrl: env.DATABASE_URL,
    port: env.PORT,
    demoPort: env.DEMO_PORT ?? env.PORT + 1,
    publicUrl: env.PARLEY_PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    trustsProxy: env.PARLEY_TRUST_PROXY === "1",
    metrics: { token: env.PARLEY_METRICS_TOKEN ?? null, networks: networksOf(env.PARLEY_METRICS_FROM) },
    isDemo: env.PARLEY_DEMO === "1",
    runsJobs: env.PARLEY_RUN_JOBS === "1",
    logLevel: env.PARLEY_LOG_LEVEL,
    connectionsMax: env.PARLEY_DATABASE_CONNECTIONS,
    isDevelopment: env.NODE_ENV === "development",
    secrets: Secrets.parse(JSON.parse(readFileSync(env.PARLEY_SECRETS_FILE, "utf8"))),
  };
}
