import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { playwrightCounts, vitestCounts } from "./testCounts";

const folder = mkdtempSync(join(tmpdir(), "parley-reports-"));

afterAll(() => rmSync(folder, { recursive: true }));

test("Vitest's report is counted without skipped tests", () => {
  const path = writeReport("vitest.json", { numPassedTests: 7, numFailedTests: 2, numPendingTests: 3 });
  expect(vitestCounts(path)).toEqual({ passed: 7, failed: 2 });
});

test("a browser story that passed only at a second try counts as failed", () => {
  const path = writeReport("playwright.json", { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 1 } });
  expect(playwrightCounts(path)).toEqual({ passed: 5, failed: 3 });
});

test("a runner that wrote no report counts no tests", () => {
  expect(vitestCounts(join(folder, "none.json"))).toBeUndefined();
});

function writeReport(name: string, report: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(report));
  return path;
}
