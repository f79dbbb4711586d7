import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "parley-lint-"));

afterAll(() => rmSync(folder, { recursive: true }));

test("the linter refuses clock and chance in the domain, and there only", () => {
  copyLintConfiguration();
  const faulty = ["new Date()", "Date.now()", "Math.random()", "performance.now()", "[1].map(Math.random)"];
  for (const [index, expression] of faulty.entries()) writeSource(`src/domain/faulty${index}.ts`, expression);
  writeSource("src/domain/told.ts", "(nowMs: number) => new Date(nowMs)");
  writeSource("src/domain/faulty.test.ts", "Date.now()");
  writeSource("src/server/clock.ts", "Date.now()");
  expect(refusedFiles()).toEqual(faulty.map((_, index) => `src/domain/faulty${index}.ts`));
});

function copyLintConfiguration(): void {
  const configuration = { ...JSON.parse(readFileSync("biome.json", "utf8")), vcs: { enabled: false } };
  writeFileSync(join(folder, "biome.json"), JSON.stringify(configuration));
  mkdirSync(join(folder, "scripts"));
  cpSync("scripts/checks", join(folder, "scripts/checks"), { recursive: true });
}

function writeSource(path: string, expression: string): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), `export const seeded = ${expression};\n`);
}

function refusedFiles(): string[] {
  const biome = resolve("node_modules/@biomejs/biome/bin/biome");
  const { stdout, stderr } = spawnSync(process.execPath, [biome, "lint", "src"], { cwd: folder, encoding: "utf8" });
  return [...`${stdout}${stderr}`.matchAll(/^(src\S+?):\d+:\d+ plugin/gm)].map(([, path]) => path ?? "").sort();
}
