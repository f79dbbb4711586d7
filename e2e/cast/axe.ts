import AxeBuilder from "@axe-core/playwright";
import type { Page, ViewportSize } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** They send the focus on at once, so nobody ever stands on them. */
const FOCUS_GUARDS = "[data-base-ui-focus-guard]";
const THEMES = ["light", "dark"] as const;
const SIZES: Record<string, ViewportSize> = {
  desktop: { width: 1600, height: 900 },
  phone: { width: 390, height: 844 },
};

/** What axe finds on a page as it is, its frames included: each rule with the element that broke it. */
export async function violationsOn(page: Page): Promise<string[]> {
  // Options first: choosing tags keeps them, the other way round the tags would be lost.
  const builder = new AxeBuilder({ page })
    .options({ rules: { "target-size": { enabled: true } } })
    .withTags(TAGS)
    .exclude(FOCUS_GUARDS);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`));
}

/** The same in light and dark, at a desk's and a phone's size, named by them. The page is left as it was found. */
export async function violationsInEveryLook(page: Page): Promise<string[]> {
  const size = page.viewportSize();
  const found: string[] = [];
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const [name, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await isPainted(page);
      found.push(...(await violationsOn(page)).map((each) => `${colorScheme} ${name} ${each}`));
    }
  }
  if (size) await page.setViewportSize(size);
  return found;
}

/** Waits until theme and size are on the screen in every frame: a colour on its way would be judged as it is between. */
async function isPainted(page: Page): Promise<void> {
  const painted = page.frames().map((frame) =>
    frame.evaluate(async () => {
      const ending = () =>
        document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await nextFrame();
      // The end of one can begin another, where a colour is inherited.
      do {
        await nextFrame();
        await Promise.allSettled(ending().map(({ finished }) => finished));
      } while (ending().length > 0);
    }),
  );
  await Promise.all(painted);
}
