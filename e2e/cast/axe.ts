import AxeBuilder from "@axe-core/playwright";
import type { Page, ViewportSize } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** These elements pass the focus on at once, so nobody ever stops at them. */
const FOCUS_GUARDS = "[data-base-ui-focus-guard]";
const THEMES = ["light", "dark"] as const;
const SIZES: Record<string, ViewportSize> = {
  desktop: { width: 1600, height: 900 },
  phone: { width: 390, height: 844 },
};

/** The violations that axe finds on a page and its frames: each rule with the element that broke it. */
export async function violationsOn(page: Page): Promise<string[]> {
  // The options come first: set after the tags, they would replace them.
  const builder = new AxeBuilder({ page })
    .options({ rules: { "target-size": { enabled: true } } })
    .withTags(TAGS)
    .exclude(FOCUS_GUARDS);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`));
}

/** The violations in light and dark, at desktop and phone size, each with its look. Restores the page's size. */
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

/** Waits until theme and size are painted in every frame: axe would judge the colours of a running transition. */
async function isPainted(page: Page): Promise<void> {
  const painted = page.frames().map((frame) =>
    frame.evaluate(async () => {
      const ending = () =>
        document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await nextFrame();
      // The end of one animation can begin another, if a colour is inherited.
      do {
        await nextFrame();
        await Promise.allSettled(ending().map(({ finished }) => finished));
      } while (ending().length > 0);
    }),
  );
  await Promise.all(painted);
}
