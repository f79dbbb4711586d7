import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STAMP_FOLDER = ".cache/stamps";

/** Reads from what content something was last made; undefined when it never was. */
export function readStamp(name: string): string | undefined {
  const path = join(STAMP_FOLDER, name);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** Remembers from what content something was made, so that it is made again only when that changes. */
export function writeStamp(name: string, hash: string): void {
  mkdirSync(STAMP_FOLDER, { recursive: true });
  writeFileSync(join(STAMP_FOLDER, name), hash);
}
