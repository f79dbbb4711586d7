import { violationsInEveryLook } from "./cast/axe";
import { focusIsKept, tabTo } from "./cast/focus";
import { expect, test } from "./fixtures";

const ADDRESS = "/settings/people/presence";

test("an administrator sets when reps become away by keys alone, is told of mistakes and of the effect, and takes it back", async ({
  cast,
}) => {
  const { page, api } = await cast.member("administrator");
  const before = await api.settings.presence.query();
  await page.goto(ADDRESS);
  const minutes = page.getByRole("textbox", { name: "Minutes" });
  const rule = page.getByRole("combobox").first();
  const effect = page.getByRole("status", { name: "What this does now" });
  await minutes.waitFor();
  expect.soft(await violationsInEveryLook(page), "presence").toEqual([]);

  await test.step("a mistake stands at its field", async () => {
    await tabTo(page, minutes);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("0");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Enter at least 1 minute")).toBeVisible();
    await expect(minutes).toBeFocused();
    expect.soft(await violationsInEveryLook(page), "presence, with a mistake").toEqual([]);
  });

  await test.step("the effect is said, and Enter saves", async () => {
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("7");
    await tabTo(page, rule);
    await page.keyboard.type("They");
    await expect(rule).toHaveValue("hand_back");
    await expect(effect).toContainText("The new time takes nobody off duty now.");
    await expect(effect).toContainText("from the next absence on, unanswered requests go back to the team");
    expect.soft(await violationsInEveryLook(page), "presence, edited").toEqual([]);
    await tabTo(page, page.getByRole("button", { name: "Save" }));
    await page.keyboard.press("Enter");
    await expect(page.getByText("Presence is saved.")).toBeVisible();
    await focusIsKept(page);
    expect((await api.settings.presence.query()).unseenAwayAfterMs).toBe(7 * 60_000);
  });

  await test.step("it is taken back", async () => {
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(minutes).toHaveValue("2");
    const { unseenAwayAfterMs, teams } = await api.settings.presence.query();
    expect({ unseenAwayAfterMs, teams }).toEqual({ unseenAwayAfterMs: before.unseenAwayAfterMs, teams: before.teams });
  });
});

test("of two administrators' tabs, the second to save is told and keeps what was entered, on a phone too", async ({
  cast,
}) => {
  const { page, api } = await cast.member("administrator", { width: 390, height: 844 });
  await page.goto(ADDRESS);
  const minutes = page.getByRole("textbox", { name: "Minutes" });
  await minutes.fill("9");
  await api.settings.changePresence.mutate({ unseenAwayAfter: { ms: 240_000, seenMs: 120_000 }, teams: [] });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was saved" })).toBeVisible();
  await expect(page.getByText("Somebody set this to 4 minutes meanwhile.")).toBeVisible();
  await expect(minutes).toHaveValue("9");
  expect.soft(await violationsInEveryLook(page), "presence, changed meanwhile").toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Presence is saved.")).toBeVisible();
  await api.settings.changePresence.mutate({ unseenAwayAfter: { ms: 120_000, seenMs: 540_000 }, teams: [] });
});

test("who administers nothing gets no page", async ({ cast }) => {
  const { page, api } = await cast.member("rep");
  await page.goto(ADDRESS);
  await expect(page.getByText("Settings are for administrators.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Minutes" })).toHaveCount(0);
  await expect(api.settings.presence.query()).rejects.toThrow("not_allowed");
});
