import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { forgetTypesOfOldTexts } from "./forgetTypesOfOldTexts";

const folder = mkdtempSync(join(tmpdir(), "parley-types-"));
const [memory, texts] = [join(folder, "tsbuildinfo"), join(folder, "messages")];
mkdirSync(join(texts, "en"), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a text and the memory, each at a second, and says whether the memory is left. */
function isKept(at: { text: number; memory: number }): boolean {
  const text = join(texts, "en", "board.json");
  for (const [path, second] of [
    [text, at.text],
    [memory, at.memory],
  ] as const) {
    writeFileSync(path, "{}");
    utimesSync(path, second, second);
  }
  for (const path of [texts, join(texts, "en")]) utimesSync(path, 1, 1);
  forgetTypesOfOldTexts(memory, texts);
  return existsSync(memory);
}

test("what TypeScript remembers is kept unless a text is newer", () => {
  expect(isKept({ text: 10, memory: 20 })).toBe(true);
  expect(isKept({ text: 30, memory: 20 })).toBe(false);
});

test("without a memory there is nothing to forget", () => {
  rmSync(memory, { force: true });
  expect(() => forgetTypesOfOldTexts(memory, texts)).not.toThrow();
});
