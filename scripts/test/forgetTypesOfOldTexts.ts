import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Removes what TypeScript remembers if a text is newer. TypeScript takes the files that use a text's key for unchanged
 * when only the catalogue changes, so it would miss a key that was removed.
 */
export function forgetTypesOfOldTexts(memory = ".cache/tsconfig.tsbuildinfo", texts = "messages"): void {
  const remembered = statSync(memory, { throwIfNoEntry: false });
  if (!remembered) return;
  const files = readdirSync(texts, { recursive: true, encoding: "utf8" }).map((path) => join(texts, path));
  if (files.some((path) => statSync(path).mtimeMs >= remembered.mtimeMs)) rmSync(memory);
}
