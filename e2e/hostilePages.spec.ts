import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** What old libraries and blockers do to a page before any other script runs. */
const CHANGED_PAGES = {
  "names on every object that no attribute may have":
    'Object.prototype["$family"] = () => "object"; Object.prototype.extend = function () { return this; };',
  "what Prototype.js adds": `Array.prototype.toJSON = Object.prototype.toJSON = function () { return "[" + this + "]"; };
    Array.prototype.each = Array.prototype.forEach; String.prototype.toJSON = function () { return "'" + this + "'"; };
    JSON.stringify = () => { throw new Error("not yours"); };
    for (const name of ["find", "map"]) { const own = Array.prototype[name]; Array.prototype[name] = function (run) { return own.call(this, (each, at) => run(each, at)); }; }`,
  "no beacons": "delete Navigator.prototype.sendBeacon;",
  "beacons that throw": 'Navigator.prototype.sendBeacon = () => { throw new TypeError("blocked"); };',
  "no idle callbacks, no storage events": "delete window.requestIdleCallback; delete window.StorageEvent;",
};

for (const [change, script] of Object.entries(CHANGED_PAGES)) {
  test(`the chat opens, sends and shuts down on a page with ${change}`, async ({ cast, unique }) => {
    const { page, widget, context } = await cast.customer();
    const errors = errorsOf(page);
    await context.addInitScript(`if (window === top) { ${script} }`);
    await widget.visit();
    await widget.openChat();
    await widget.say(`Lamp ${unique} is mine`);
    await expect(widget.line("is mine")).toContainText("Sent");
    await page.evaluate('Parley("close")');
    const forgotten = page.waitForResponse((response) => response.url().endsWith("/forget"));
    await page.evaluate('Parley("shutdown")');
    expect((await forgotten).status()).toBe(204);
    await expect(widget.launcher).toBeHidden();
    await widget.visit();
    await widget.openChat();
    await expect(widget.frame.getByText("Hello! Ask us about")).toBeVisible();
    await expect(widget.line("is mine")).toHaveCount(0);
    expect(errors).toEqual([]);
  });
}

test("a visitor who writes after a shutdown that reaches the desk late keeps the new conversation", async ({
  cast,
  unique,
}) => {
  const { page, widget, context } = await cast.customer();
  await widget.visit();
  await widget.openChat();
  await widget.say(`Lamp ${unique} is mine`);
  await expect(widget.line("is mine")).toContainText("Sent");
  await context.route(/\/forget$/, (route) => route.abort());
  await page.evaluate('Parley("shutdown")');
  await widget.visit();
  await widget.openChat();
  await expect(widget.frame.getByText("Hello! Ask us about")).toBeVisible();
  await widget.say(`Door ${unique} is theirs`);
  await expect(widget.line("is theirs")).toContainText("Not sent yet");
  await context.unroute(/\/forget$/);
  await expect(widget.line("is theirs")).toContainText("Sent", { timeout: 30_000 });
  await page.evaluate('Parley("close")');
  await page.evaluate('Parley("open")');
  await expect(widget.line("is theirs")).toBeVisible();
  await widget.visit();
  await widget.openChat();
  await expect(widget.line("is theirs")).toBeVisible();
  await expect(widget.line("is mine")).toHaveCount(0);
});

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

test("a message written while the conversation cannot be loaded is shown, and sent once it can be", async ({
  cast,
  unique,
}) => {
  const { widget, context } = await cast.customer();
  await context.route(/\/api\/trpc\//, (route) => route.abort());
  await widget.visit();
  await widget.openChat();
  await expect(widget.frame.getByRole("alert")).toBeVisible();
  await widget.say(`Lamp ${unique} hums`);
  await expect(widget.line(`Lamp ${unique} hums`)).toContainText("Not sent yet");
  await context.unroute(/\/api\/trpc\//);
  await expect(widget.line(`Lamp ${unique} hums`)).toContainText("Sent", { timeout: 30_000 });
});
