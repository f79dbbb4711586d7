import { expect, test } from "./fixtures";

test("with forced colours, the present page and the open request have an outline", async ({ cast }) => {
  const { page, board, desk } = await cast.member("supervisor");
  await page.emulateMedia({ forcedColors: "active" });
  await board.visit();
  const here = page.getByRole("navigation").getByRole("link", { name: "Board" });
  await expect(here).toHaveCSS("outline-style", "solid");
  await page.goto("/q/board?figure=assigned");
  await desk.list.getByRole("link").first().click();
  await desk.thread.waitFor();
  await expect(desk.list.locator('[aria-current="true"]')).toHaveCSS("outline-style", "solid");
});

test("no clock of a list covers a subject, in left-to-right and right-to-left pages", async ({ cast }) => {
  const { page, desk } = await cast.member("supervisor");
  await page.goto("/q/board?figure=assigned");
  await desk.list.getByRole("link").first().waitFor();
  for (const direction of ["ltr", "rtl"]) {
    await page.evaluate((dir) => document.documentElement.setAttribute("dir", dir), direction);
    const overlaps = await desk.list.getByRole("link").evaluateAll((rows) =>
      rows.flatMap((row) => {
        const clock = row.querySelector('[role="timer"]')?.getBoundingClientRect();
        const subject = row.querySelector(".truncate")?.getBoundingClientRect();
        if (!clock || !subject) return [];
        return Math.min(clock.right, subject.right) > Math.max(clock.left, subject.left) + 1 ? [row.textContent] : [];
      }),
    );
    expect(overlaps, direction).toEqual([]);
  }
});

test("no toast covers a dialog that must be answered", async ({ cast, sessions }) => {
  const { context, page, desk } = await cast.member("rep");
  await desk.visit("mine");
  const { cookies } = await sessions.of("supervisor");
  await context.clearCookies();
  await context.addCookies(cookies);
  await desk.setAvailability("Available");
  await expect(page.getByRole("dialog", { name: /^You are signed in as / })).toBeVisible();
  const toast = page.locator("[data-toast]");
  await expect(toast).toHaveCount(1);
  await expect(toast).toBeHidden();
});
