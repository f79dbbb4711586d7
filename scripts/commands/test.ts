import { existsSync } from "node:fs";
import { ensureTypes } from "../bundle/buildAll";
import type { CommandCall } from "../launch/command";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { runNodeTool } from "../launch/runNodeTool";
import { step } from "../launch/step";
import { CHECKS, type Check } from "../test/checks";
import { type CheckOutcome, runCheck } from "../test/runCheck";
import { stopTestPostgresIfIdle } from "../test/testPostgres";

/**
 * `npm test`: runs all checks, or those of `--only name,name`. It goes on after a failure, and ends with one line that
 * counts the checks and the tests in them. Returns 1 if anything failed.
 */
export default async function test({ arguments: words }: CommandCall): Promise<number> {
  const checks = chosenChecks(words);
  await ensureTypes();
  await ensureNextTypes();
  const outcomes: CheckOutcome[] = [];
  for (const check of checks) outcomes.push(await runCheck(check));
  await stopTestPostgresIfIdle();
  const failed = total(outcomes, "failed");
  console.log(`\n${total(outcomes, "passed")} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Lets Next write the declarations for checking its pages. A fresh clone has none. */
async function ensureNextTypes(): Promise<void> {
  if (existsSync("next-env.d.ts") || !existsSync("src/app")) return;
  await step("Generating page types", () => runNodeTool("next", ["typegen"]));
}

function chosenChecks(words: readonly string[]): readonly Check[] {
  if (words.length === 0) return CHECKS;
  const names = words[0] === "--only" ? (words[1] ?? "").split(",") : [];
  const unknown = names.filter((name) => !CHECKS.some((check) => check.name === name));
  if (names.length === 0 || unknown.length > 0) {
    throw new ForeseenFailure(
      `Usage: npm test -- --only ${CHECKS.map(({ name }) => name).join(",")}\nTo run single test files: npx vitest run <path>`,
    );
  }
  return CHECKS.filter(({ name }) => names.includes(name));
}

function total(outcomes: readonly CheckOutcome[], count: "passed" | "failed"): number {
  return outcomes.reduce((sum, outcome) => sum + outcome[count], 0);
}
