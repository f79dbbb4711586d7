import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildWidget, type WidgetPaths } from "./buildWidget";

let folder: string;
let paths: WidgetPaths;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-widget-"));
  paths = { loader: join(folder, "loader.ts"), app: join(folder, "main.ts"), outputFolder: join(folder, "out") };
  writeFileSync(paths.loader, "document.title = 'loaded';");
  writeFileSync(join(folder, "app.css"), "body { color: red }");
  writeFileSync(paths.app, `import "./app.css"; document.title = "app";`);
});

afterEach(() => rmSync(folder, { recursive: true }));

test("the manifest names the files that were built, and their names change with their content", async () => {
  const first = await builtManifest();
  writeFileSync(paths.app, `import "./app.css"; document.title = "another";`);
  const second = await builtManifest();
  expect(second.loader).toBe("w.js");
  expect(second.styles).toBe(first.styles);
  expect(second.app).not.toBe(first.app);
  expect(
    readdirSync(join(paths.outputFolder, "app"))
      .map((name) => `app/${name}`)
      .sort(),
  ).toEqual([second.app, second.styles].sort());
});

test("a loader over its budget fails the build and is not written", async () => {
  await buildWidget(paths);
  const incompressible = Array.from({ length: 3000 }, (_, index) => ((index * 7919) % 99_991).toString(36)).join("");
  writeFileSync(paths.loader, `document.title = "${incompressible}";`);
  await expect(buildWidget(paths)).rejects.toThrow(/over its budget: widget loader/);
  expect(readFileSync(join(paths.outputFolder, "w.js"), "utf8")).toContain("loaded");
});

async function builtManifest(): Promise<Record<string, string>> {
  await buildWidget(paths);
  return JSON.parse(readFileSync(join(paths.outputFolder, "manifest.json"), "utf8"));
}
