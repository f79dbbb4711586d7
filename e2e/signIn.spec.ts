import type { Page } from "@playwright/test";
import { BASE_URL } from "./cast/addresses";
import { PEOPLE } from "./cast/people";
import { type Cast, expect, test } from "./fixtures";
import { DeskPage } from "./pages/DeskPage";
import { SignInPage } from "./pages/SignInPage";

test.use({ baseURL: BASE_URL });

const POSTING = /\/api\/trpc\/[^?]*interaction\.post/;

test("a wrong password and an unknown address get the same refusal, and the right password lets in", async ({
  page,
}) => {
  const entrance = new SignInPage(page);
  await entrance.visit();
  await entrance.signIn({ email: "nobody@lumenhome.example", password: "not the password" });
  await expect(entrance.refusal).toContainText("E-mail or password is not right.");
  const toNobody = await entrance.refusal.textContent();

  await entrance.signIn({ email: PEOPLE.bankRep.email, password: "not the password" });
  await expect(entrance.password).toBeFocused();
  await expect(entrance.refusal).toHaveText(toNobody ?? "");

  await entrance.signIn(PEOPLE.bankRep);
  await page.waitForURL("**/q/mine");
  await expect(new DeskPage(page).live).toBeVisible();
});

test("signing out locks the other tab at once, and signing in there restores the draft", async ({
  cast,
  unique,
  context,
  page,
}) => {
  const { desk, customer } = await repWithRequest(cast, page, `Camera ${unique} will not pair`);
  await desk.reply.fill(`Hold the button ${unique}`);
  await expect(page.getByText("Draft kept")).toBeVisible();
  const otherTab = await context.newPage();
  await new DeskPage(otherTab).visit("mine");

  await signOut(otherTab);

  await signInAgain(page);
  await expect(desk.reply).toHaveValue(`Hold the button ${unique}`);
  await expect(page.getByText("Draft kept")).toBeVisible();
  await page.reload();
  await expect(desk.reply).toHaveValue(`Hold the button ${unique}`);
  await desk.reply.press("ControlOrMeta+Enter");
  await expect(customer.widget.line(`Hold the button ${unique}`)).toBeVisible();
});

test("text in a field of the page when the session ends is still there after signing in", async ({
  cast,
  unique,
  context,
  page,
}) => {
  test.slow();
  const { desk, customer } = await repWithRequest(cast, page, `Hub ${unique} is slow`);
  await desk.answer(`Restart it ${unique}`);
  await expect(customer.widget.line(`Restart it ${unique}`)).toBeVisible();
  const otherTab = new DeskPage(await context.newPage());
  const loseSession = async () => {
    await otherTab.visit("mine");
    await signOut(otherTab.page);
    await signInAgain(page);
  };

  await page.getByTitle("Edit the subject").click();
  const subject = page.getByRole("textbox", { name: "Subject", exact: true });
  await subject.fill(`Slow hub ${unique}`);
  await loseSession();
  await expect(subject).toHaveValue(`Slow hub ${unique}`);
  await subject.press("Enter");
  await expect(desk.row(`Slow hub ${unique}`)).toBeVisible();

  await page.getByRole("button", { name: "Add a tag" }).click();
  const tag = page.getByRole("textbox", { name: "New tag" });
  await tag.fill(`slow ${unique}`);
  await loseSession();
  await expect(tag).toHaveValue(`slow ${unique}`);
  await tag.press("Escape");

  await desk.message(`Restart it ${unique}`).hover();
  await desk
    .message(`Restart it ${unique}`)
    .getByRole("button", { name: /^Actions/ })
    .click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  const edited = page.getByRole("textbox", { name: "Edit the message" });
  await edited.fill(`Restart it twice ${unique}`);
  await loseSession();
  await expect(edited).toHaveValue(`Restart it twice ${unique}`);
  await edited.press("ControlOrMeta+Enter");
  await expect(customer.widget.line(`Restart it twice ${unique}`)).toBeVisible();
});

test("signing out forgets drafts, and warns first if something is not sent yet", async ({ cast, unique, page }) => {
  const opening = `Lock ${unique} will not turn`;
  const { desk, entrance } = await repWithRequest(cast, page, opening);
  await page.route(POSTING, (route) => route.abort());
  await desk.answer(`Unsent ${unique}`);
  await expect(desk.message(`Unsent ${unique}`)).toContainText(/Waiting to be sent|Not sent yet/);
  await desk.reply.fill(`Half a thought ${unique}`);
  await expect(page.getByText("Draft kept")).toBeVisible();

  await chooseSignOut(page);
  await expect(page.getByText("1 message is not sent yet. Signing out discards it.")).toBeVisible();
  await page.getByRole("button", { name: "Sign out anyway" }).click();
  await page.waitForURL("**/sign-in");

  await page.unroute(POSTING);
  await entrance.visit("/q/mine");
  await entrance.signIn(PEOPLE.rep);
  await desk.open(opening);
  await expect(desk.reply).toHaveValue("");
  await expect(desk.message(`Unsent ${unique}`)).toHaveCount(0);
});

for (const [callbackUrl, landing] of [
  ["/q/unassigned", "/q/unassigned"],
  ["https://evil.example/q/mine", "/q/mine"],
  ["//evil.example/q/mine", "/q/mine"],
] as const) {
  test(`signing in with the callback ${callbackUrl} leads to ${landing} of this origin`, async ({ page }) => {
    const entrance = new SignInPage(page);
    await entrance.visit(callbackUrl);
    await entrance.signIn(PEOPLE.bankRep);
    await page.waitForURL(`${BASE_URL}${landing}`);
    await expect(new DeskPage(page).live).toBeVisible();
  });
}

/** Signs the rep in by hand on `page` and opens a customer's request. */
async function repWithRequest(cast: Cast, page: Page, opening: string) {
  const rep = await cast.member("rep");
  const customer = await cast.customer();
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await customer.widget.visit();
  await customer.widget.openChat();
  await customer.widget.say(opening);
  await expect(customer.widget.line(opening)).toContainText("Sent");
  const entrance = new SignInPage(page);
  await entrance.visit("/q/mine");
  await entrance.signIn(PEOPLE.rep);
  const desk = new DeskPage(page);
  await desk.open(opening);
  return { desk, customer, entrance };
}

/** Enters the password in the dialog of an ended session. */
async function signInAgain(page: Page) {
  const over = page.getByRole("dialog", { name: "Your session is over" });
  await expect(over).toBeVisible();
  await over.getByLabel("Password", { exact: true }).fill(PEOPLE.rep.password);
  await over.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(over).toBeHidden();
}

async function chooseSignOut(page: Page) {
  await page.getByRole("button", { name: `Account of ${PEOPLE.rep.name}` }).click();
  await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
}

async function signOut(page: Page) {
  await chooseSignOut(page);
  await page.waitForURL("**/sign-in");
}

test("before the page's scripts run nothing is submitted, and what was typed is kept", async ({ page }) => {
  let letScriptsRun = () => {};
  const scriptsMayRun = new Promise<void>((resolve) => {
    letScriptsRun = resolve;
  });
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await scriptsMayRun;
    await route.continue();
  });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/sign-in", { waitUntil: "commit" });
  const entrance = new SignInPage(page);
  await entrance.email.fill(PEOPLE.bankRep.email);
  await entrance.password.fill(PEOPLE.bankRep.password);
  await entrance.password.press("Enter");
  await expect(entrance.submit).toBeDisabled();
  await entrance.submit.click({ force: true });
  expect(asked.filter((address) => address.includes("password="))).toEqual([]);
  expect(new URL(page.url()).search).toBe("");

  letScriptsRun();
  await entrance.submit.click();
  await page.waitForURL("**/q/mine");
});
