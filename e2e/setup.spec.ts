import { test as base, type Page } from "@playwright/test";
import { withNewServer } from "../scripts/test/withBuiltServer";
import { violationsInEveryLook } from "./cast/axe";
import { focusedIn, tabTo } from "./cast/focus";
import { ACTION_TIMEOUT_MS, expect } from "./fixtures";
import { SetupPage } from "./pages/SetupPage";

/** A new desk for each story, not set up yet, and a browser at its first page. */
const test = base.extend<{ newDesk: SetupPage }>({
  actionTimeout: ACTION_TIMEOUT_MS,
  baseURL: async ({ browserName: _ }, use) => withNewServer(({ baseUrl }) => use(baseUrl)),
  newDesk: async ({ page }, use) => {
    await page.goto("/");
    await page.waitForURL("**/setup");
    await use(new SetupPage(page));
  },
});

test.slow();

test("axe finds nothing on the set-up page of a new desk, even with all errors shown", async ({ page, newDesk }) => {
  await newDesk.title.waitFor();
  expect.soft(await violationsInEveryLook(page), "set up").toEqual([]);
  await newDesk.submit.click();
  await expect(newDesk.mistakes).toHaveCount(4);
  await expect(newDesk.organizationName).toBeFocused();
  expect.soft(await violationsInEveryLook(page), "set up, mistakes").toEqual([]);
});

test("an administrator sets a new desk up by keys alone, and axe finds nothing on the empty desk", async ({
  page,
  newDesk,
}) => {
  await tabTo(page, newDesk.organizationName);
  await page.keyboard.type("Harbour Bikes");
  await tabTo(page, newDesk.timeZone);
  await page.keyboard.type("Europe/Lis");
  await expect(newDesk.timeZone).toHaveValue("Europe/Lisbon");
  await tabTo(page, newDesk.name);
  await page.keyboard.type("Ines Duarte");
  await page.keyboard.press("Enter");
  await expect(newDesk.email).toBeFocused();
  await page.keyboard.type("ines@harbour.example");
  await tabTo(page, newDesk.password);
  await page.keyboard.type("three unrelated words");
  await tabTo(page, newDesk.showPassword);
  await page.keyboard.press("Space");
  await expect(newDesk.password).toHaveAttribute("type", "text");
  await tabTo(page, newDesk.submit);
  await page.keyboard.press("Enter");

  await page.waitForURL("**/board");
  await page.getByText("Live", { exact: true }).filter({ visible: true }).waitFor();
  await focusIsReachable(page);
  expect.soft(await violationsInEveryLook(page), "the empty board").toEqual([]);
  await page.goto("/q/mine");
  await page.getByText("Nothing waiting for you.").waitFor();
  expect.soft(await violationsInEveryLook(page), "the empty queue").toEqual([]);

  await page.goto("/setup");
  await page.waitForURL("**/sign-in");
});

/** Expects that one press of Tab focuses something, wherever the focus was. */
async function focusIsReachable(page: Page) {
  await page.keyboard.press("Tab");
  await expect.poll(() => focusedIn(page), "what has the focus").not.toBe("body");
}
