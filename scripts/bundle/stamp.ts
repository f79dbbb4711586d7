import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STAMP_FOLDER = ".cache/stamps";

/** Reads the hash of the content from which something was last made; undefined if it was never made. */
export function readStamp(name: string): string | undefined {
  const path = join(STAMP_FOLDER, name);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** Stores the hash of the content from which something was made, so that it is made again only after a change. */
export function writeStamp(name: string, hash: string): void {
  mkdirSync(STAMP_FOLDER, { recursive: true });
  writeFileSync(join(STAMP_FOLDER, name), hash);
}
