import { cpus, loadavg, totalmem } from "node:os";
import type { Pool } from "pg";

/** The machine that the figures were measured on. They do not compare with figures from elsewhere. */
export interface MachineFacts {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly platform: string;
  readonly node: string;
  readonly postgres: string;
  /** The load average of the minute before. Above zero, other work lowers the figures. */
  readonly loadBefore: number;
  /** The settings of PostgreSQL that decide what a commit costs. */
  readonly settings: Readonly<Record<string, string>>;
}

const SETTINGS = ["fsync", "synchronous_commit", "shared_buffers", "max_connections", "wal_sync_method"];

/** Reads the facts about this machine and the PostgreSQL server. */
export async function machineFacts(pool: Pool): Promise<MachineFacts> {
  const { rows } = await pool.query<{ name: string; value: string }>(
    "select name, current_setting(name) as value from pg_settings where name = any($1) order by name",
    [[...SETTINGS, "server_version"]],
  );
  const settings = Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  const { server_version: postgres = "", ...rest } = settings;
  return {
    processor: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    loadBefore: loadavg()[0] ?? 0,
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    postgres,
    settings: rest,
  };
}
