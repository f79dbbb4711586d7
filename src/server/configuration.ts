import { readFileSync } from "node:fs";
import { z } from "zod";
import { readNetworks } from "./auth/networkAddress";
import type { MetricsSettings } from "./http/guards/metricsAccess";

const Environment = z.object({
  DATABASE_URL: z.string().min(1),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DEMO_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  PARLEY_SECRETS_FILE: z.string().min(1),
  /** How people reach Parley; by default http://localhost:PORT. */
  PARLEY_PUBLIC_URL: z.url().optional(),
  /** "1" where a proxy that we run sets X-Forwarded-For. */
  PARLEY_TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  /** Who else than a program on this machine reads the figures: those who send the token, and those in the networks. */
  PARLEY_METRICS_TOKEN: z.string().min(16).optional(),
  PARLEY_METRICS_FROM: z.string().default(""),
  PARLEY_DEMO: z.enum(["0", "1"]).default("0"),
  /** "0" where jobs run in processes of their own (npm run worker). */
  PARLEY_RUN_JOBS: z.enum(["0", "1"]).default("1"),
  PARLEY_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  PARLEY_DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(16),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});

const Secrets = z.object({ authSecret: z.string().min(32), idKey: z.string().min(32) });

/** @throws Error naming a part that is neither an address nor a network */
function networksOf(text: string): string[] {
  const networks = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  readNetworks(networks);
  return networks;
}

/** What a process is told by its environment and its secrets file. */
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

/** Reads the configuration, or throws naming each variable that is missing or wrong. */
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
