import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { BASE_URL } from "./cast/addresses";
import { type Customer, expect, type Member, test } from "./fixtures";

test("a page asks the desk for the unread count only if somebody has written", async ({ cast, unique }) => {
  const customer = await cast.customer();
  const rep = await cast.member("rep");
  const { page, widget } = customer;
  const asked = asksOfDesk(page);
  await widget.visit();
  await widget.launcher.waitFor();
  expect(asked()).toEqual(["GET /w.js"]);

  const sequenceId = await writes(customer, rep, `Camera ${unique} freezes`);
  await page.goto("about:blank");
  await answers(rep, sequenceId, `Warm it up, ${unique}`);
  asked();
  await widget.visit();
  await expect(widget.launcher).toHaveAccessibleName("Chat with us, 1 unread");
  expect(asked()).toEqual(["GET /w.js", "GET /w/pk_lumen/unread"]);

  await widget.openChat();
  await expect(widget.line(`Warm it up, ${unique}`)).toBeVisible();
  await expect(widget.launcher).toHaveAccessibleName("Chat with us");
  await page.reload();
  await widget.launcher.waitFor();
  await expect(widget.launcher).toHaveAccessibleName("Chat with us");
});

for (const [when, opens] of [
  ["with the chat open", true],
  ["before the chat was opened on that page", false],
] as const) {
  test(`after a shutdown ${when} the next visitor of the browser begins a new conversation`, async ({
    cast,
    unique,
  }) => {
    const customer = await cast.customer();
    const rep = await cast.member("rep");
    const { page, widget, context } = customer;
    await writes(customer, rep, `Camera ${unique} is mine`);
    await widget.composer.fill(`My address, ${unique}`);
    await page.reload();
    await widget.launcher.waitFor();
    if (opens) {
      await widget.openChat();
      await expect(widget.line(`Camera ${unique} is mine`)).toBeVisible();
    }
    const credentials = async () => (await context.cookies()).filter(({ name }) => name.includes("parley-visitor"));
    expect(await credentials()).toHaveLength(1);

    const forgotten = page.waitForResponse((response) => response.url().endsWith("/w/pk_lumen/forget"));
    await page.evaluate('Parley("shutdown")');
    expect((await forgotten).status()).toBe(204);
    await expect(widget.launcher).toBeHidden();
    await expect.poll(credentials).toEqual([]);

    await widget.visit();
    await widget.launcher.waitFor();
    await widget.openChat();
    await expect(widget.composer).toHaveValue("");
    await expect(widget.frame.getByText("Hello! Ask us about")).toBeVisible();
    await expect(widget.line(unique)).toHaveCount(0);
    await widget.say(`Lamp ${unique} flickers`);
    await expect(widget.line(`Lamp ${unique} flickers`)).toContainText("Sent");
    await expect(widget.line("is mine")).toHaveCount(0);
  });
}

/** The calls of a page to the desk since the last call of this function. */
function asksOfDesk(page: Page): () => string[] {
  let asked: string[] = [];
  page.on("request", (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === BASE_URL) asked.push(`${request.method()} ${pathname}`);
  });
  return () => {
    const since = asked;
    asked = [];
    return since;
  };
}

async function writes({ widget }: Customer, { api }: Member, opening: string): Promise<string> {
  await api.me.setAvailability.mutate({ availability: "available" });
  await widget.visit();
  await widget.openChat();
  await widget.say(opening);
  await expect(widget.line(opening)).toContainText("Sent");
  const find = async () => {
    const { rows } = await api.queue.list.query({ view: "mine" });
    return rows.find(({ subject }) => subject.includes(opening))?.sequenceId;
  };
  await expect.poll(find).toBeTruthy();
  return (await find()) ?? "";
}

async function answers({ api }: Member, sequenceId: string, body: string) {
  const { interactions } = await api.sequence.get.query({ sequenceId });
  const interactionId = interactions[0]?.id ?? "";
  await api.interaction.post.mutate({ interactionId, clientId: randomUUID(), body, expectedAudience: "customer" });
}
