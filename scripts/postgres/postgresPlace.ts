import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { INSTANCE_FILE, recordClone } from "./cloneOfPlace";

/** Holds root's databases: one folder for each clone and purpose. */
export const ROOT_PLACES = "/var/lib/parley";
const OPEN_FOLDER = 0o755;
const HASH_LENGTH = 12;

/** The folder of an embedded PostgreSQL, and the user that runs it if that is not the caller. */
export interface PostgresPlace {
  readonly folder: string;
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
}

/** "live" holds what people wrote. "test" may be deleted at any time. */
export type PostgresPurpose = "live" | "test";

/**
 * Chooses the folder of the clone's embedded PostgreSQL and makes it.
 * PostgreSQL refuses to run as root. For root it runs as "nobody", which cannot reach a clone below a private home
 * directory, so its files are outside of the clone.
 */
export function postgresPlace(purpose: PostgresPurpose): PostgresPlace {
  if (process.getuid?.() === 0) return rootPlace(purpose);
  const folder = resolve(folderInClone(purpose));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { folder, owner: undefined };
}

/** Makes a folder into a place for databases that belong to no clone. */
export function placeAt(folder: string): PostgresPlace {
  const isRoot = process.getuid?.() === 0;
  mkdirSync(folder, { recursive: true });
  if (isRoot) chmodSync(folder, OPEN_FOLDER);
  return { folder, owner: isRoot ? unprivilegedUser() : undefined };
}

function rootPlace(purpose: PostgresPurpose): PostgresPlace {
  const owner = unprivilegedUser();
  const instance = purpose === "live" ? cloneInstance() : undefined;
  const folder = join(ROOT_PLACES, rootPlaceName(instance));
  mkdirSync(folder, { recursive: true });
  // A strict umask would lock the database's user out.
  for (const passed of [ROOT_PLACES, folder]) chmodSync(passed, OPEN_FOLDER);
  recordClone(folder, { path: process.cwd(), instance });
  return { folder, owner };
}

function folderInClone(purpose: PostgresPurpose): string {
  return purpose === "live" ? ".parley/postgres" : ".cache/postgres";
}

function rootPlaceName(instance: string | undefined): string {
  const cloneHash = createHash("sha256").update(process.cwd()).digest("hex").slice(0, HASH_LENGTH);
  return `${cloneHash}-${instance ?? "test"}`;
}

/**
 * Distinguishes a clone from an older one at the same path. It could not read the older data, whose secrets are gone.
 */
function cloneInstance(): string {
  if (!existsSync(INSTANCE_FILE)) {
    mkdirSync(".parley", { recursive: true, mode: 0o700 });
    writeFileSync(INSTANCE_FILE, randomBytes(4).toString("hex"), { mode: 0o600 });
  }
  return readFileSync(INSTANCE_FILE, "utf8").trim();
}

/** initdb needs a user with a name, so an unused number does not work. */
function unprivilegedUser(): { uid: number; gid: number } {
  const entry = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .find(([name]) => name === "nobody");
  if (!entry) {
    throw new ForeseenFailure(
      "PostgreSQL does not run as root, and this system has no user “nobody” to run it. Start Parley as an ordinary user, or set DATABASE_URL.",
    );
  }
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}
