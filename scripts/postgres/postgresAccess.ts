import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The only user of an embedded PostgreSQL. Other people on the machine can reach its port, but lack its password. */
export const POSTGRES_USER = "parley";

/** How the clone's processes reach their embedded PostgreSQL. */
export interface PostgresAccess {
  readonly port: number;
  readonly password: string;
}

/** Reads the port and password of the PostgreSQL in this folder; undefined before its first start. */
export function readPostgresAccess(folder: string): PostgresAccess | undefined {
  const path = accessPath(folder);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/** Stores port and password beside the data. Only the owner can read them. */
export function writePostgresAccess(folder: string, access: PostgresAccess): void {
  writeFileSync(`${accessPath(folder)}.new`, JSON.stringify(access), { mode: 0o600 });
  renameSync(`${accessPath(folder)}.new`, accessPath(folder));
}

/** Makes a password that needs no escaping in a URL. */
export function newPostgresPassword(): string {
  return randomBytes(24).toString("base64url");
}

/** Returns the address of one database of an embedded PostgreSQL. */
export function embeddedDatabaseUrl({ port, password }: PostgresAccess, database: string): string {
  return `postgresql://${POSTGRES_USER}:${password}@127.0.0.1:${port}/${database}`;
}

function accessPath(folder: string): string {
  return join(folder, "access.json");
}
