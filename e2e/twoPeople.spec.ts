import type { Page } from "@playwright/test";
import { BASE_URL } from "./cast/addresses";
import { PEOPLE } from "./cast/people";
import { expect, test } from "./fixtures";
import { DeskPage } from "./pages/DeskPage";
import { SignInPage } from "./pages/SignInPage";

test.use({ baseURL: BASE_URL });

const nowSupervisor = (page: Page) =>
  page.getByRole("dialog", { name: `You are signed in as ${PEOPLE.supervisor.name} now` });

/** Cuts the page off from its stream and its own calls: only what a person does in it reaches the server. */
async function deafen(page: Page): Promise<void> {
  await page.route(/\/api\/live\?/, () => undefined);
  await page.route(/\/api\/trpc\/[^?]*me\.(get|pulse)/, () => undefined);
}

async function signIn(page: Page, person: { email: string; password: string }, landing: string): Promise<void> {
  const entrance = new SignInPage(page);
  await entrance.visit(landing);
  await entrance.signIn(person);
  await page.waitForURL(`**${landing}`);
  await new DeskPage(page).live.waitFor();
}

test("after another person signs in by a second tab, presses in the first tab do nothing in their name", async ({
  cast,
  unique,
  context,
  page,
}) => {
  const [own, waiting] = [`Camera ${unique} will not pair`, `Camera ${unique} is dark`];
  const rep = await cast.member("rep");
  const supervisor = await cast.member("supervisor");
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  const customers = [await cast.customer(), await cast.customer()] as const;
  await customers[0].widget.visit();
  await customers[0].widget.openChat();
  await customers[0].widget.say(own);
  await expect(customers[0].widget.line(own)).toContainText("Sent");
  await signIn(page, PEOPLE.rep, "/q/mine");
  const replying = new DeskPage(page);
  await replying.open(own);
  await replying.reply.fill(`Hold the button ${unique}`);
  await rep.api.me.setAvailability.mutate({ availability: "away" });
  await customers[1].widget.visit();
  await customers[1].widget.openChat();
  await customers[1].widget.say(waiting);
  await expect(customers[1].widget.line(waiting)).toContainText("Sent");
  const taking = new DeskPage(await context.newPage());
  await taking.visit("team");
  await taking.open(waiting);
  const status = new DeskPage(await context.newPage());
  await status.visit("mine");
  await supervisor.api.me.setAvailability.mutate({ availability: "offline" });
  for (const tab of [page, taking.page, status.page]) await deafen(tab);

  await signIn(await context.newPage(), PEOPLE.supervisor, "/board");

  await taking.page.getByRole("button", { name: "Take", exact: true }).first().click();
  await expect(nowSupervisor(taking.page)).toBeVisible();
  await status.page.getByRole("button", { name: /^Your availability: / }).click();
  await status.page.getByRole("menuitemradio", { name: "Busy" }).click();
  await expect(nowSupervisor(status.page)).toBeVisible();
  // The page may have learnt already who is signed in now, and then its buttons are disabled.
  await replying.reply.press("ControlOrMeta+Enter", { timeout: 2_000 }).catch(() => undefined);
  await expect(nowSupervisor(page)).toBeVisible();

  expect((await supervisor.api.me.get.query()).availability).toBe("offline");
  const held = await supervisor.api.queue.list.query({ view: "mine", limit: 50 });
  expect(held.rows.filter(({ subject }) => subject.includes(unique))).toEqual([]);
  await expect(customers[0].widget.line(`Hold the button ${unique}`)).toHaveCount(0);

  await nowSupervisor(page).getByRole("button", { name: "Reload" }).click();
  await page.unrouteAll();
  await page.reload();
  await expect(page.getByRole("button", { name: `Account of ${PEOPLE.supervisor.name}` })).toBeVisible();
  await expect(page.getByText(`Hold the button ${unique}`)).toHaveCount(0);
  await signIn(page, PEOPLE.rep, "/q/mine");
  await replying.open(own);
  const isSent = replying.message(`Hold the button ${unique}`);
  const isDraft = page.getByText("Draft kept");
  await expect(isSent.or(isDraft).first()).toBeVisible();
  if (await isDraft.isVisible()) await replying.reply.press("ControlOrMeta+Enter");
  await expect(isSent).toBeVisible();
  await expect(customers[0].widget.line(`Hold the button ${unique}`)).toHaveCount(1);
});

test("a draft survives another person's session, in the page and in the browser", async ({
  cast,
  unique,
  context,
  page,
}) => {
  const opening = `Camera ${unique} blinks`;
  const draft = `Press it twice ${unique}`;
  const rep = await cast.member("rep");
  const customer = await cast.customer();
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await customer.widget.visit();
  await customer.widget.openChat();
  await customer.widget.say(opening);
  await expect(customer.widget.line(opening)).toContainText("Sent");
  await signIn(page, PEOPLE.rep, "/q/mine");
  const desk = new DeskPage(page);
  await desk.open(opening);
  await desk.reply.fill(draft);
  await page.getByRole("button", { name: /^Ask a specialist/ }).click();
  const question = page.getByRole("dialog", { name: "Ask a specialist" }).getByRole("textbox", { name: "Question" });
  await question.fill(`Does it blink for you, ${unique}?`);
  const otherTab = await context.newPage();

  await signIn(otherTab, PEOPLE.supervisor, "/board");
  await expect(nowSupervisor(page)).toBeVisible();
  await expect(page.getByText("Nothing was changed")).toBeVisible();

  // The same person signs in again, and the page continues as it is.
  await signIn(otherTab, PEOPLE.rep, "/q/mine");
  await page.bringToFront();
  await expect(nowSupervisor(page)).toBeHidden();
  await expect(question).toHaveValue(`Does it blink for you, ${unique}?`);
  await page.keyboard.press("Escape");
  await expect(desk.reply).toHaveValue(draft);

  await signIn(otherTab, PEOPLE.supervisor, "/board");
  await nowSupervisor(page).getByRole("button", { name: "Reload" }).click();
  await expect(page.getByRole("button", { name: `Account of ${PEOPLE.supervisor.name}` })).toBeVisible();
  expect(
    await page.locator("textarea").evaluateAll((fields) => fields.map((each) => (each as HTMLTextAreaElement).value)),
  ).not.toContain(draft);

  await signIn(page, PEOPLE.rep, "/q/mine");
  await desk.open(opening);
  await expect(desk.reply).toHaveValue(draft);
});
