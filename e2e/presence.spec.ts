import type { Page } from "@playwright/test";
import { BASE_URL } from "./cast/addresses";
import { PEOPLE } from "./cast/people";
import { expect, test } from "./fixtures";
import { DeskPage } from "./pages/DeskPage";
import { SignInPage } from "./pages/SignInPage";

test.use({ baseURL: BASE_URL });

async function signIn(page: Page): Promise<DeskPage> {
  const entrance = new SignInPage(page);
  await entrance.visit("/q/mine");
  await entrance.signIn(PEOPLE.rep);
  const desk = new DeskPage(page);
  await desk.live.waitFor();
  return desk;
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: `Account of ${PEOPLE.rep.name}` }).click();
  await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
  await page.waitForURL("**/sign-in");
}

const strip = (page: Page) => page.getByRole("status").filter({ hasText: "I'm here" });

test("a rep who signs out gets no more requests, is told so on return, and is on duty again by one key", async ({
  cast,
  unique,
  page,
}) => {
  const opening = `Camera ${unique} is dark`;
  const rep = await cast.member("rep");
  const customer = await cast.customer();
  const desk = await signIn(page);
  await desk.setAvailability("Available");
  await expect(strip(page)).toBeHidden();

  await signOut(page);
  expect((await rep.api.me.get.query()).availability).toBe("offline");
  await customer.widget.visit();
  await customer.widget.openChat();
  await customer.widget.say(opening);
  await expect(customer.widget.line(opening)).toContainText("Sent");
  expect((await rep.api.queue.list.query({ view: "mine", limit: 50 })).rows).toEqual([]);

  await signIn(page);
  await expect(strip(page)).toContainText("You went off duty at");
  await page.keyboard.press("h");
  await expect(strip(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Your availability: Available" }).first()).toBeVisible();
  await expect(desk.row(opening)).toBeVisible();
});

test("a rep whom Parley has not seen for a while is told when and why, and continues by one press", async ({
  cast,
}) => {
  const { page, desk, api } = await cast.member("rep");
  const absence = { cause: "unseen", at: new Date(), before: "available" };
  // The story does not wait two minutes without a page: the server's part has its own tests.
  await page.route(/\/api\/trpc\/me\.get/, async (route) => {
    const answer = await route.fetch();
    const [first, ...others] = await answer.json();
    const data = first.result.data;
    Object.assign(data.json, { availability: "away", absence });
    data.meta.values["absence.at"] = ["Date"];
    await route.fulfill({ response: answer, json: [first, ...others] });
  });
  await desk.visit("mine");
  await expect(strip(page)).toContainText("because Parley lost sight of you");
  await test.step("on a phone it hides nothing of the screen", async () => {
    const before = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    const [bar, heading] = await Promise.all([
      strip(page).boundingBox(),
      page.getByRole("heading", { name: "My requests" }).boundingBox(),
    ]);
    expect(heading?.y).toBeGreaterThanOrEqual((bar?.y ?? Number.POSITIVE_INFINITY) + (bar?.height ?? 0));
    if (before) await page.setViewportSize(before);
  });
  await page.unrouteAll();
  await strip(page).getByRole("button", { name: "I'm here" }).click();
  await expect(strip(page)).toBeHidden();
  expect((await api.me.get.query()).availability).toBe("available");
});
