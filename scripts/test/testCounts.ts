import { existsSync, readFileSync } from "node:fs";

/** How many tests of a runner passed and failed; skipped ones are neither. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

/** The result of a check, with the counts of its tests if it has any. */
export interface CheckResult {
  readonly isPassed: boolean;
  readonly tests: TestCounts | undefined;
}

/** Reads Vitest's JSON report; undefined if the run wrote none. */
export function vitestCounts(path: string): TestCounts | undefined {
  const report = readReport<{ numPassedTests: number; numFailedTests: number }>(path);
  return report && { passed: report.numPassedTests, failed: report.numFailedTests };
}

/**
 * Reads Playwright's JSON report; undefined if the run wrote none. A test that passed at a second try counts as failed.
 */
export function playwrightCounts(path: string): TestCounts | undefined {
  const report = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(path);
  return report && { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky };
}

function readReport<Report>(path: string): Report | undefined {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}
