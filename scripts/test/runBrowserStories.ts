import { mkdirSync, rmSync } from "node:fs";
import { runNodeTool } from "../launch/runNodeTool";
import { ensureChromium } from "./ensureChromium";
import { type CheckResult, playwrightCounts } from "./testCounts";
import { withUntaughtServer } from "./withBuiltServer";

const REPORT_PATH = ".cache/reports/playwright.json";

/**
 * Plays the stories of e2e/ in a Chromium against the built product on a fresh demo database. Its classifiers start
 * empty: the first fit is part of one story, and no other story depends on the moment at which a model comes into use.
 *
 * @param chosen arguments for Playwright that choose stories; all stories by default
 */
export async function runBrowserStories(chosen: readonly string[] = []): Promise<CheckResult> {
  const chromiumPath = await ensureChromium();
  mkdirSync(".cache/reports", { recursive: true });
  rmSync(REPORT_PATH, { force: true });
  return withUntaughtServer(async ({ baseUrl, demoUrl, databaseUrl }) => {
    const { exitCode } = await runNodeTool("@playwright/test", ["test", "--reporter=list,json", ...chosen], {
      environment: {
        CHROMIUM_PATH: chromiumPath,
        BASE_URL: baseUrl,
        DEMO_URL: demoUrl,
        DATABASE_URL: databaseUrl,
        PLAYWRIGHT_JSON_OUTPUT_NAME: REPORT_PATH,
      },
      onOutput: (text) => process.stdout.write(text),
    });
    return { isPassed: exitCode === 0, tests: playwrightCounts(REPORT_PATH) };
  });
}
