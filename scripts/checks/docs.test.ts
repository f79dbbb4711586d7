import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  ...markdownIn("docs"),
  ...markdownIn("docs/decisions"),
];
const ROOTS = readdirSync(".");
/** Made by a build. A fresh clone has none of them. */
const BUILT = ["build", ".next", ".cache", ".parley", "public/widget", "node_modules"];

function markdownIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`);
}

/** Returns a page without its code blocks, in which paths are examples or shortened. */
function proseOf(page: string): string {
  return readFileSync(page, "utf8").replaceAll(/^```[\s\S]*?^```/gm, "");
}

function matchesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found]) => found ?? []);
}

/** Returns the cells of the table below a heading, without its two head lines. */
function tableBelow(page: string, heading: string): string[][] {
  const section = readFileSync(page, "utf8").split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** Reads a whole number, or a product of whole numbers, as code writes it. */
function numberOf(expression: string): number {
  return expression.split("*").reduce((product, factor) => product * Number(factor.trim().replaceAll("_", "")), 1);
}

/** Returns the value of a constant that a file declares by a number; undefined if it does not. */
function constantIn(file: string, name: string): number | undefined {
  const [, expression] = new RegExp(`const ${name} = ([\\d_* ]+);`).exec(readFileSync(file, "utf8")) ?? [];
  return expression === undefined ? undefined : numberOf(expression);
}

test("every file and folder that a page names exists", () => {
  const missing = PAGES.flatMap((page) =>
    matchesIn(proseOf(page), /`([\w.@()[\]/-]+)`/g)
      .filter((word) => ROOTS.includes(word.split("/")[0] ?? ""))
      .filter((path) => !existsSync(path) && !BUILT.some((built) => path.startsWith(built)))
      .map((path) => `${page}: ${path}`),
  );
  expect(missing).toEqual([]);
});

test("every link to another page leads to one", () => {
  const missing = PAGES.flatMap((page) =>
    matchesIn(proseOf(page), /(?<!!\[[^\]]*)\]\(([^)#:]+)(?:#[^)]*)?\)/g)
      .filter((target) => !existsSync(join(dirname(page), target)))
      .map((target) => `${page}: ${target}`),
  );
  expect(missing).toEqual([]);
});

test("every requirement in a page is explained", () => {
  const explained = new Set(matchesIn(readFileSync("docs/requirements.md", "utf8"), /^- ([A-Z]\d+) /gm));
  const unexplained = PAGES.flatMap((page) =>
    matchesIn(proseOf(page), /\b([BCEHOPR]\d{1,2})\b/g)
      .filter((number) => !explained.has(number))
      .map((number) => `${page}: ${number}`),
  );
  expect(unexplained).toEqual([]);
});

test("README explains exactly the variables that the server reads", () => {
  const source = readFileSync("src/server/configuration.ts", "utf8");
  const read = matchesIn(source, /^ {2}([A-Z][A-Z_]+): z\./gm);
  const explained = tableBelow("README.md", "Configuration").flatMap(([name]) => name?.replaceAll("`", "") ?? []);
  expect(read.length).toBeGreaterThan(0);
  expect(explained.sort()).toEqual(read.sort());
});

test("the limits of operations.md are those of the code", () => {
  const rows = tableBelow("docs/operations.md", "Limits");
  const said = rows.map(([what, limit]) => [what, numberOf((limit ?? "").replaceAll(",", ""))]);
  const inCode = rows.map(([what, _limit, where]) => {
    const [name = "", file = ""] = matchesIn(where ?? "", /`([^`]+)`/g);
    return [what, constantIn(file, name)];
  });
  expect(said.length).toBeGreaterThan(0);
  expect(said).toEqual(inCode);
});

test("the rate limits of operations.md are those of the code", () => {
  const source = readFileSync("src/server/auth/rateLimits.ts", "utf8");
  const inCode = [...source.matchAll(/(\w+): \{ points: ([\d_* ]+), duration: ([\d_* ]+) \}/g)].map(
    ([, name, points, duration]) => [name, numberOf(points ?? ""), numberOf(duration ?? "")],
  );
  const said = tableBelow("docs/operations.md", "Rate limits").map(([, points, duration, name]) => [
    name?.replaceAll("`", ""),
    Number(points),
    Number(duration),
  ]);
  expect(said).toEqual(inCode);
});

test("README shows exactly the pictures that the script takes", () => {
  const shown = matchesIn(readFileSync("README.md", "utf8"), /\(docs\/images\/([\w-]+)\.png\)/g);
  const scripts = readdirSync("e2e/screenshots").map((name) => readFileSync(join("e2e/screenshots", name), "utf8"));
  const taken = scripts.flatMap((source) => matchesIn(source, /picture\(\w+, "([\w-]+)"/g));
  expect(shown.sort()).toEqual(taken.sort());
});
