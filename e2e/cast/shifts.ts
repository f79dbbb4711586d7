import type { BrowserContext, Page } from "@playwright/test";

type Shift = { value: number; moved: string[] };
type Told = LayoutShiftEntry & {
  sources: readonly { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
};
type LayoutShiftEntry = PerformanceEntry & { value: number; hadRecentInput: boolean };

/** Makes every page and frame of a context note what moves without an action of its reader. */
export async function watchShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    const told = (entry: PerformanceEntry) => entry as Told;
    const nameOf = (node: Node | null) =>
      node instanceof Element
        ? `${node.tagName} ${node.className} “${node.textContent?.slice(0, 40)}”`
        : `${node?.nodeName} “${node?.textContent?.slice(0, 40)}” in ${node?.parentElement?.className}`;
    const at = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(" ");
    const growsInPlace = (before: DOMRect, now: DOMRect) => {
      const left = Math.round(now.left - before.left);
      const right = Math.round(now.right - before.right);
      const isOnItsLine = Math.round(now.y - before.y) === 0 && Math.round(now.height - before.height) === 0;
      return isOnItsLine && left * right <= 0;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries().map(told)) {
        if (entry.hadRecentInput) continue;
        // A number that gets a digit grows in its place. That is no move, but what it pushes aside moves.
        const seen = entry.sources.filter(({ previousRect, currentRect }) => !growsInPlace(previousRect, currentRect));
        if (seen.length === 0 && entry.sources.length > 0) continue;
        const moved = seen.map(
          ({ node, previousRect, currentRect }) => `${nameOf(node)} from ${at(previousRect)} to ${at(currentRect)}`,
        );
        shifts.push({ value: entry.value, moved });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** What has moved in a page and its frames since the last call. */
export async function shiftsOf(page: Page): Promise<string[]> {
  const frames = page.frames().map((frame) =>
    frame.evaluate(() => {
      const { shifts = [] } = window as unknown as { shifts?: Shift[] };
      return shifts.splice(0);
    }),
  );
  return (await Promise.all(frames)).flat().map(({ value, moved }) => `${value.toFixed(5)}: ${moved.join("; ")}`);
}
