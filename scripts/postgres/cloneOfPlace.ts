import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A file of the clone. It distinguishes clones that were at the same path one after another. */
export const INSTANCE_FILE = ".parley/instance";

/** The clone to which a folder of databases outside of it belongs. */
export interface CloneOfPlace {
  readonly path: string;
  /** The content of the clone's file; undefined for the databases of tests, which any clone at the path may use. */
  readonly instance: string | undefined;
}

/** Stores the clone beside its databases, unless that is done already. */
export function recordClone(folder: string, clone: CloneOfPlace): void {
  const path = recordPath(folder);
  if (existsSync(path)) return;
  writeFileSync(`${path}.${process.pid}`, JSON.stringify(clone), { mode: 0o600 });
  renameSync(`${path}.${process.pid}`, path);
}

/** Reads the clone of these databases; undefined if an earlier version made the folder and it was not started since. */
export function readClone(folder: string): CloneOfPlace | undefined {
  const path = recordPath(folder);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/** Tells whether the clone still exists. Another clone at its path does not count. */
export function isClonePresent({ path, instance }: CloneOfPlace): boolean {
  if (!existsSync(join(path, "scripts/run.mjs"))) return false;
  if (instance === undefined) return true;
  const instanceFile = join(path, INSTANCE_FILE);
  return existsSync(instanceFile) && readFileSync(instanceFile, "utf8").trim() === instance;
}

function recordPath(folder: string): string {
  return join(folder, "clone.json");
}
