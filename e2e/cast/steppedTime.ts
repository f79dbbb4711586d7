import type { Page } from "@playwright/test";

const STEPS = 5;
const STEP_MS = 1_000;

/**
 * Makes a page's time stand still, but for the steps that are taken: what it does "at most each two seconds" or "in the
 * next frame" happens once in each, however long the story takes. To be called before the page is visited.
 */
export async function steppedTime(page: Page): Promise<{ stand(): Promise<void>; step(): Promise<void> }> {
  await page.clock.install();
  return {
    stand: async () => page.clock.pauseAt((await page.evaluate(() => Date.now())) + STEP_MS),
    // In several: what one brings about (a rendering, a call) begins in the next.
    async step() {
      for (let taken = 0; taken < STEPS; taken += 1) await page.clock.runFor(STEP_MS);
    },
  };
}
