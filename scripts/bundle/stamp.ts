import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
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

/**
 * Hashes files and whole folders by path and content. File times would change with every checkout.
 * A missing path counts as empty. `isRelevant` can leave out files and folders.
 */
export function contentHash(paths: readonly string[], isRelevant: (path: string) => boolean = () => true): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((each) => filesBelow(each, isRelevant))) {
    hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(path: string, isRelevant: (path: string) => boolean): string[] {
  if (!existsSync(path) || !isRelevant(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name), isRelevant));
}
