import type { Page } from "@playwright/test";
import { shiftsOf, watchShifts } from "./cast/shifts";
import { expect, test } from "./fixtures";

const SIZES = [
  { width: 390, height: 844 },
  { width: 900, height: 800 },
  { width: 1440, height: 900 },
] as const;

/** The texts and controls that lie under the news of the connection; none if the news have a place of their own. */
function coveredOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("[data-connection-news]")];
    const news = all.find((each) => each.getClientRects().length > 0 && each.textContent !== "");
    if (!news) return ["the news are not shown"];
    const { left, right, top, bottom } = news.getBoundingClientRect();
    const at = (share: number) => document.elementsFromPoint(left + (right - left) * share, (top + bottom) / 2);
    const under = [0.02, 0.2, 0.4, 0.6, 0.8, 0.98].flatMap(at).filter((each) => !news.contains(each));
    const isOther = (each: Element) => each.children.length === 0 || each.matches("a, button, header");
    return [...new Set(under.filter(isOther).map((each) => `${each.tagName} ${each.textContent}`))];
  });
}

test("that the connection is down covers nothing and moves nothing, at any width, on any page", async ({ cast }) => {
  test.setTimeout(240_000);
  const supervisor = await cast.member("supervisor");
  const administrator = await cast.member("administrator");
  for (const { context } of [supervisor, administrator]) await watchShifts(context);
  const pages = [
    { ...supervisor, address: "/q/board?figure=assigned" },
    { ...supervisor, address: "/q/backchannels" },
    { ...supervisor, address: "/board" },
    { ...administrator, address: "/settings" },
  ];
  for (const { context, page, desk, address } of pages) {
    for (const size of SIZES) {
      await test.step(`${address} at ${size.width}`, async () => {
        await page.setViewportSize(size);
        // What a settings page reads last moves what stands below it.
        const isRead = address === "/settings" ? page.waitForResponse(/classifier\.undecided/) : null;
        await page.goto(address);
        await desk.live.waitFor();
        await (await isRead)?.finished();
        if (address.includes("figure")) {
          await desk.list.getByRole("link").first().click();
          await desk.thread.waitFor();
        }
        await expect(page.getByText("Loading…")).toHaveCount(0);
        await page.evaluate(() => document.fonts.ready);
        await page.evaluate(
          () => new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(() => resolve(null)))),
        );
        await shiftsOf(page);
        await context.setOffline(true);
        await expect(
          page.getByText("Offline. Messages wait until you are back.").filter({ visible: true }),
        ).toBeVisible();
        expect.soft(await coveredOn(page)).toEqual([]);
        await context.setOffline(false);
        await desk.live.waitFor();
        expect.soft(await shiftsOf(page)).toEqual([]);
      });
    }
  }
});

test("that a customer is offline covers nothing and moves nothing in the chat", async ({ cast, unique }) => {
  const { widget, context, page } = await cast.customer(SIZES[0]);
  await watchShifts(context);
  await widget.visit();
  await widget.openChat();
  await widget.say(`Camera ${unique} is blurry`);
  await expect(widget.line(`Camera ${unique} is blurry`)).toContainText("Sent");
  await shiftsOf(page);
  await context.setOffline(true);
  const news = widget.frame.getByText("You are offline. What you write is kept.");
  await expect(news).toBeVisible();
  const [box, timeline, composer] = await Promise.all(
    [news, widget.timeline, widget.composer].map((each) => each.boundingBox()),
  );
  if (!box || !timeline || !composer) throw new Error("They are visible.");
  expect(timeline.y + timeline.height).toBeLessThanOrEqual(box.y);
  expect(composer.y + composer.height).toBeLessThanOrEqual(box.y);
  await context.setOffline(false);
  await expect(news).toBeHidden();
  expect(await shiftsOf(page)).toEqual([]);
});
