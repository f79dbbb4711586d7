import { buildAll } from "../bundle/buildAll";
import { runNodeTool } from "../launch/runNodeTool";
import { runProgram } from "../launch/runProgram";
import { forgetTypesOfOldTexts } from "./forgetTypesOfOldTexts";
import { runBrowserStories } from "./runBrowserStories";
import { runUnitTests } from "./runUnitTests";
import type { CheckResult } from "./testCounts";

/** One of the things that `npm test` looks at. */
export interface Check {
  readonly name: string;
  /** What it means when the check passes. */
  readonly promise: string;
  run(): Promise<CheckResult>;
}

/** All checks, the quick ones first. */
export const CHECKS: readonly Check[] = [
  {
    name: "types",
    promise: "all code has sound types",
    run() {
      forgetTypesOfOldTexts();
      return printWhenFailed(runNodeTool("typescript", ["-p", "tsconfig.json", "--noEmit"], undefined));
    },
  },
  toolCheck("widget-types", "the widget has sound types", "typescript", ["-p", "src/widget/tsconfig.json", "--noEmit"]),
  toolCheck("lint", "all files are formatted and free of what the linter knows", "@biomejs/biome", ["ci"]),
  {
    name: "boundaries",
    promise: "imports point one way",
    run: () => printWhenFailed(runProgram(process.execPath, ["scripts/checks/boundaries.mjs"])),
  },
  toolCheck("dead-code", "every file, export and package is used", "knip", ["--no-progress"]),
  { name: "unit", promise: "rules, commands and queries hold, on a real PostgreSQL", run: runUnitTests },
  { name: "build", promise: "everything builds within its budgets", run: buildCheck },
  { name: "e2e", promise: "the stories play in a browser against the built product", run: () => runBrowserStories() },
];

function toolCheck(name: string, promise: string, packageName: string, args: readonly string[]): Check {
  return { name, promise, run: () => printWhenFailed(runNodeTool(packageName, args, undefined)) };
}

async function buildCheck(): Promise<CheckResult> {
  await buildAll();
  return { isPassed: true, tests: undefined };
}

async function printWhenFailed(running: Promise<{ exitCode: number; output: string }>): Promise<CheckResult> {
  const { exitCode, output } = await running;
  if (exitCode !== 0) console.log(output.trim());
  return { isPassed: exitCode === 0, tests: undefined };
}
