import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Tells clones apart that stood at the same path one after the other; relative to the clone. */
export const INSTANCE_FILE = ".parley/instance";

/** Which clone a folder of databases outside of it belongs to. */
export interface CloneOfPlace {
  readonly path: string;
  /** What the clone's own file says; none for the databases of tests, which any clone at the path may use. */
  readonly instance: string | undefined;
}

/** Writes down beside the databases whose they are, unless that stands there already. */
export function recordClone(folder: string, clone: CloneOfPlace): void {
  const path = recordPath(folder);
  if (existsSync(path)) return;
  writeFileSync(`${path}.${process.pid}`, JSON.stringify(clone), { mode: 0o600 });
  renameSync(`${path}.${process.pid}`, path);
}

/** Reads whose databases these are; undefined where an earlier version made the folder and nobody started it since. */
export function readClone(folder: string): CloneOfPlace | undefined {
  const path = recordPath(folder);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/** Tells whether the clone is still there: the same one, not another at its path. */
export function isClonePresent({ path, instance }: CloneOfPlace): boolean {
  if (!existsSync(join(path, "scripts/run.mjs"))) return false;
  if (instance === undefined) return true;
  const instanceFile = join(path, INSTANCE_FILE);
  return existsSync(instanceFile) && readFileSync(instanceFile, "utf8").trim() === instance;
}

function recordPath(folder: string): string {
  return join(folder, "clone.json");
}
