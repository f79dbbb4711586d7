import type { BrowserContext } from "@playwright/test";
import { expect, type Member, test } from "./fixtures";
import { WidgetPage } from "./pages/WidgetPage";

const FORGET = "/w/pk_lumen/forget";

test("two widgets of one desk on one site keep both conversations", async ({ cast, unique }) => {
  const { widget } = await cast.customer();
  await sayOn(widget, "", `Camera ${unique}`);
  await sayOn(widget, "harbour-bank", `Card ${unique}`);
  await widget.visit();
  await widget.openChat();
  await expect(widget.line(`Camera ${unique}`)).toBeVisible();
  await widget.visit("harbour-bank");
  await widget.openChat();
  await expect(widget.line(`Card ${unique}`)).toBeVisible();
  await expect(widget.line(`Camera ${unique}`)).toHaveCount(0);
});

for (const [how, script, dropsCookies] of [
  ["", "", false],
  [", even if the browser drops cookies", "", true],
  [", even without locks and cookies", "delete Navigator.prototype.locks", true],
  [", even without IndexedDB", "Object.defineProperty(window, 'indexedDB', { value: null })", true],
] as const) {
  test(`concurrent first messages from a new visitor's tabs make one contact${how}`, async ({ cast, unique }) => {
    const { context, widget } = await cast.customer();
    if (script) await context.addInitScript(script);
    if (dropsCookies) await dropCookies(context);
    const tabs = [widget, new WidgetPage(await context.newPage()), new WidgetPage(await context.newPage())];
    for (const tab of tabs) {
      await tab.visit();
      await tab.openChat();
    }
    const gate = holdBack(context, "customer.begin", tabs.length);
    await Promise.all(tabs.map((tab, index) => tab.say(`Lamp ${unique} ${index}`)));
    await gate;
    for (const tab of tabs)
      for (const index of tabs.keys()) await expect(tab.line(`Lamp ${unique} ${index}`)).toContainText("Sent");
    await tabs[0]?.page.reload();
    await tabs[0]?.openChat();
    for (const index of tabs.keys()) await expect(widget.line(`Lamp ${unique} ${index}`)).toBeVisible();
  });
}

const BROKEN_STORAGES = {
  full: `for (const storage of ["localStorage", "sessionStorage"]) Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") };`,
  null: `for (const storage of ["localStorage", "sessionStorage", "indexedDB"]) Object.defineProperty(window, storage, { value: null });`,
  forbidden: `for (const storage of ["localStorage", "sessionStorage", "indexedDB"]) Object.defineProperty(window, storage, { get() { throw new DOMException("forbidden", "SecurityError") } });`,
};

for (const [state, script] of Object.entries(BROKEN_STORAGES)) {
  for (const opens of [true, false]) {
    test(`a shutdown ends everything if storages are ${state}, with the chat ${opens ? "open" : "not opened"}`, async ({
      cast,
      unique,
    }) => {
      const { page, widget, context } = await cast.customer();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await context.addInitScript(script);
      await sayOn(widget, "", `Camera ${unique} is mine`);
      await page.reload();
      await widget.launcher.waitFor();
      if (opens) {
        await widget.openChat();
        await expect(widget.line("is mine")).toBeVisible();
      }
      const forgotten = page.waitForResponse((response) => response.url().endsWith(FORGET));
      await page.evaluate('Parley("shutdown")');
      expect((await forgotten).status()).toBe(204);
      await widget.visit();
      await widget.openChat();
      await expect(widget.frame.getByText("Hello! Ask us about")).toBeVisible();
      await expect(widget.line(unique)).toHaveCount(0);
      expect(errors).toEqual([]);
    });
  }
}

test("a shutdown empties the frames of other tabs, and the next message there begins a new visit", async ({
  cast,
  unique,
}) => {
  const { widget, page, context } = await cast.customer();
  await sayOn(widget, "", `Camera ${unique} is mine`);
  const other = new WidgetPage(await context.newPage());
  await other.visit();
  await other.openChat();
  await expect(other.line("is mine")).toBeVisible();
  await other.composer.fill("My address");
  await page.evaluate('Parley("shutdown")');
  await expect(other.line("is mine")).toHaveCount(0);
  await expect(other.composer).toHaveValue("");
  await other.say(`Lamp ${unique} is theirs`);
  await expect(other.line(`Lamp ${unique} is theirs`)).toContainText("Sent");
  await expect(other.line("is mine")).toHaveCount(0);
  await other.page.reload();
  await other.openChat();
  await expect(other.line("is theirs")).toBeVisible();
  await expect(other.line("is mine")).toHaveCount(0);
});

test("the next page completes a shutdown that happened offline", async ({ cast, unique }) => {
  const { widget, page, context } = await cast.customer();
  await sayOn(widget, "", `Camera ${unique} is mine`);
  await page.evaluate('Parley("close")');
  await context.setOffline(true);
  await page.evaluate('Parley("shutdown")');
  await expect(widget.launcher).toBeHidden();
  await context.setOffline(false);
  const forgotten = page.waitForResponse((response) => response.url().endsWith(FORGET));
  await widget.visit();
  expect((await forgotten).status()).toBe(204);
  await widget.openChat();
  await expect(widget.frame.getByText("Hello! Ask us about")).toBeVisible();
  await expect(widget.line(unique)).toHaveCount(0);
});

test("a shutdown without an open frame ends the credential that the frame keeps", async ({ cast, unique }) => {
  const { widget, page, context } = await cast.customer();
  await dropCookies(context);
  await sayOn(widget, "", `Camera ${unique} is mine`);
  await page.reload();
  await widget.launcher.waitFor();
  const forgotten = page.waitForResponse(
    (response) => response.url().endsWith(FORGET) && response.request().resourceType() === "fetch",
  );
  await page.evaluate('Parley("shutdown")');
  expect((await forgotten).status()).toBe(204);
  await widget.visit();
  await widget.openChat();
  await expect(widget.frame.getByText("Hello! Ask us about")).toBeVisible();
  await expect(widget.line(unique)).toHaveCount(0);
});

test("a message read in one tab is not counted as unread in others, with or without a frame", async ({
  cast,
  unique,
}) => {
  const { widget, context } = await cast.customer();
  const rep = await cast.member("rep");
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await sayOn(widget, "", `Camera ${unique} freezes`);
  await widget.page.evaluate('Parley("close")');
  const launcherOnly = new WidgetPage(await context.newPage());
  await answer(rep, `Camera ${unique} freezes`, `Warm it up, ${unique}`);
  await expect(widget.launcher).toHaveAccessibleName("Chat with us, 1 unread");
  await launcherOnly.visit();
  await expect(launcherOnly.launcher).toHaveAccessibleName("Chat with us, 1 unread");
  const reading = new WidgetPage(await context.newPage());
  await reading.visit();
  await reading.openChat();
  await expect(reading.line(`Warm it up, ${unique}`)).toBeVisible();
  await expect(widget.launcher).toHaveAccessibleName("Chat with us");
  await expect(launcherOnly.launcher).toHaveAccessibleName("Chat with us");
});

test("a new visitor's draft survives a navigation, and an unsent message is sent after it", async ({
  cast,
  unique,
}) => {
  const { widget, page, context } = await cast.customer();
  await widget.visit();
  await widget.openChat();
  await widget.composer.fill(`Half a thought, ${unique}`);
  await widget.visit();
  await widget.openChat();
  await expect(widget.composer).toHaveValue(`Half a thought, ${unique}`);

  await context.route(/customer\.begin/, (route) => route.abort());
  await widget.composer.press("Enter");
  await expect(widget.line(unique)).toContainText("Not sent yet");
  await expect(widget.frame.getByText("Your message is with us")).toHaveCount(0);
  await expect(widget.frame.getByText("Hello! Ask us about")).toBeVisible();
  await widget.visit("harbour-bank");
  await context.unroute(/customer\.begin/);
  const posted = page.waitForResponse((response) => response.url().includes("customer.post"));
  await widget.visit();
  expect((await posted).status()).toBe(200);
  await widget.openChat();
  await expect(widget.line(unique)).toContainText("Sent");
  await expect(widget.frame.getByText("Hello! Ask us about")).toBeVisible();
});

test("a button inside a shadow root opens the chat", async ({ cast }) => {
  const { widget, page } = await cast.customer();
  await widget.visit();
  await widget.launcher.waitFor();
  await page.evaluate(() => {
    const inner = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
    const outer = inner.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
    const button = outer.appendChild(document.createElement("button"));
    button.dataset.parleyOpen = "";
    button.append(Object.assign(document.createElement("b"), { textContent: "Talk from the shade" }));
  });
  await page.getByText("Talk from the shade").click();
  await expect(widget.composer).toBeVisible();
});

test("the chat works without a secure context", async ({ cast, unique }) => {
  const { widget, context } = await cast.customer();
  await context.addInitScript(
    "delete Crypto.prototype.randomUUID; delete Navigator.prototype.locks; Object.defineProperty(window, 'isSecureContext', { value: false });",
  );
  await dropCookies(context);
  await sayOn(widget, "", `Plain ${unique}`);
});

async function sayOn(widget: WidgetPage, site: "" | "harbour-bank", text: string) {
  await widget.visit(site);
  await widget.openChat();
  await widget.say(text);
  await expect(widget.line(text)).toContainText("Sent");
}

/** Drops cookies, as browsers do that forbid them in frames. */
async function dropCookies(context: BrowserContext) {
  await context.route(/customer\.begin/, async (route) => {
    const response = await route.fetch();
    const { "set-cookie": _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
}

/** Holds calls back until `count` of them have come, so that they reach the desk at once. */
async function holdBack(context: BrowserContext, procedure: string, count: number) {
  let come = 0;
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (open = resolve));
  await context.route(new RegExp(procedure.replace(".", "\\.")), async (route) => {
    come += 1;
    if (come >= count) open();
    await all;
    await route.fallback();
  });
  return all;
}

async function answer({ api }: Member, subject: string, body: string) {
  const find = async () =>
    (await api.queue.list.query({ view: "mine" })).rows.find((row) => row.subject.includes(subject))?.sequenceId;
  await expect.poll(find).toBeTruthy();
  const { interactions } = await api.sequence.get.query({ sequenceId: (await find()) ?? "" });
  const interactionId = interactions[0]?.id ?? "";
  await api.interaction.post.mutate({
    interactionId,
    clientId: crypto.randomUUID(),
    body,
    expectedAudience: "customer",
  });
}
