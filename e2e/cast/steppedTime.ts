import type { Page } from "@playwright/test";

const STEPS = 5;
const STEP_MS = 1_000;

/**
 * Makes a page's time move in steps only: what it does "at most every two seconds" or "in the next frame" happens once
 * in each step, however long the story takes. Call this before the page is visited.
 */
export async function steppedTime(page: Page): Promise<{ stand(): Promise<void>; step(): Promise<void> }> {
  await page.clock.install();
  return {
    stand: async () => page.clock.pauseAt((await page.evaluate(() => Date.now())) + STEP_MS),
    // A step has several parts, since what one part causes (a rendering, a call) begins in the next.
    async step() {
      for (let taken = 0; taken < STEPS; taken += 1) await page.clock.runFor(STEP_MS);
    },
  };
}
