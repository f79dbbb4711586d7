import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram } from "../../scripts/launch/runProgram";

/**
 * What a peer repeats: statements in the notation of pgbench. `:n` is a random whole number from 1 to `nMax`. A
 * statement passes its columns to later ones under their names; later ones cast them.
 */
export interface PeerScript {
  readonly name: string;
  readonly nMax: number;
  readonly statements: readonly string[];
}

/** The speed of a peer. */
export interface PeerFigure {
  readonly perSecond: number;
  /** "pgbench", or "driver loop" if pgbench is not installed. */
  readonly tool: string;
}

/** Whether pgbench is installed on this machine. */
export function hasPgbench(): boolean {
  return spawnSync("pgbench", ["--version"], { stdio: "ignore" }).status === 0;
}

/** The script as a pgbench file. Each statement that answers, except the last, passes its columns on with `\gset`. */
export function pgbenchText({ nMax, statements }: PeerScript): string {
  const lines = statements.map((statement) => {
    const text = statement.replaceAll(/\s+/g, " ");
    return isAnswering(statement) && statement !== statements.at(-1) ? `${text} \\gset` : `${text};`;
  });
  return [`\\set n random(1, ${nMax})`, ...lines, ""].join("\n");
}

/** Whether a statement returns columns for later ones. */
export function isAnswering(statement: string): boolean {
  return /^select\b|\breturning [\w ,]+$/.test(statement.trim());
}

/** Runs a script with pgbench. Returns the runs per second, after a warm-up of two seconds. */
export async function runPgbench(
  databaseUrl: string,
  script: PeerScript,
  { clients, measureMs }: { clients: number; measureMs: number },
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "parley-pgbench-"));
  const file = join(folder, "script.sql");
  writeFileSync(file, pgbenchText(script));
  try {
    await pgbench(databaseUrl, file, clients, 2);
    return perSecondIn(await pgbench(databaseUrl, file, clients, Math.ceil(measureMs / 1000)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function pgbench(databaseUrl: string, file: string, clients: number, seconds: number): Promise<string> {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const place = ["-h", hostname, "-p", port || "5432", "-U", decodeURIComponent(username), pathname.slice(1)];
  const load = ["-n", "-M", "prepared", "-f", file, "-c", String(clients), "-j", "1", "-T", String(seconds)];
  const { exitCode, output } = await runProgram("pgbench", [...load, ...place], {
    environment: { PGPASSWORD: decodeURIComponent(password) },
  });
  if (exitCode !== 0) throw new Error(`pgbench failed:\n${output}`);
  return output;
}

/** Reads the runs per second from pgbench's report. @throws Error if transactions failed or there is no figure */
export function perSecondIn(report: string): number {
  const failed = Number(/number of failed transactions: (\d+)/.exec(report)?.[1] ?? 0);
  const perSecond = Number(/^tps = ([\d.]+)/m.exec(report)?.[1]);
  if (failed > 0 || !(perSecond > 0)) throw new Error(`pgbench measured nothing:\n${report}`);
  return perSecond;
}
