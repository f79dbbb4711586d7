import type { Check } from "./checks";

/** How a check ended. The check counts as one, and each test in it as one more. */
export interface CheckOutcome {
  readonly passed: number;
  readonly failed: number;
}

/** Runs one check and prints its name, its seconds and whether it passed. A check that throws counts as failed. */
export async function runCheck(check: Check): Promise<CheckOutcome> {
  console.log(`\n── ${check.name}: ${check.promise}`);
  const startedMs = Date.now();
  const result = await check.run().catch((error: unknown) => {
    console.error(error instanceof Error && "isForeseen" in error ? error.message : error);
    return { isPassed: false, tests: undefined };
  });
  const tests = result.tests ?? { passed: 0, failed: 0 };
  const isPassed = result.isPassed && tests.failed === 0;
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  console.log(`── ${check.name} ${isPassed ? "passed" : "FAILED"} in ${seconds} s`);
  return { passed: tests.passed + (isPassed ? 1 : 0), failed: tests.failed + (isPassed ? 0 : 1) };
}
