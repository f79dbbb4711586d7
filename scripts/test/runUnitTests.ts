import { mkdirSync, rmSync } from "node:fs";
import { runNodeTool } from "../launch/runNodeTool";
import { type CheckResult, vitestCounts } from "./testCounts";
import { ensureTestPostgres } from "./testPostgres";

const REPORT_PATH = ".cache/reports/vitest.json";

/** Runs all Vitest tests, showing their progress. */
export async function runUnitTests(): Promise<CheckResult> {
  const databaseUrl = await ensureTestPostgres();
  mkdirSync(".cache/reports", { recursive: true });
  rmSync(REPORT_PATH, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT_PATH}`];
  const { exitCode } = await runNodeTool("vitest", ["run", "--coverage", ...reporters], {
    environment: { PARLEY_TEST_DATABASE_URL: databaseUrl },
    onOutput: (text) => process.stdout.write(text),
  });
  return { isPassed: exitCode === 0, tests: vitestCounts(REPORT_PATH) };
}
