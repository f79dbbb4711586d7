import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { BASE_URL } from "./cast/addresses";
import { violationsInEveryLook, violationsOn } from "./cast/axe";
import { type Customer, expect, type Member, test } from "./fixtures";
import { SignInPage } from "./pages/SignInPage";

test.use({ baseURL: BASE_URL });
test.slow();

const SPECIALISTS = "Installation specialists";

test("axe checks the size of targets: it finds two small buttons side by side", async ({ page }) => {
  const small = '<button aria-label="a" style="width:10px;height:10px;padding:0;border:0"></button>';
  await page.setContent(`<html lang="en"><title>t</title><main>${small}${small}</main></html>`);
  expect(await violationsOn(page)).toContainEqual(expect.stringContaining("target-size"));
});

test("axe finds nothing on the sign-in page", async ({ page }) => {
  const entrance = new SignInPage(page);
  await entrance.visit();
  await expect(page.getByText("Try the demo as …")).toBeVisible();
  await isClean(page, "sign-in");
  await entrance.signIn({ email: "nobody@lumenhome.example", password: "wrong" });
  await expect(entrance.refusal).toBeVisible();
  await isClean(page, "sign-in, refused");
});

test("axe finds nothing on any primitive, in any of its states", async ({ page }) => {
  await page.goto("/gallery");
  await expect(page.getByRole("heading", { name: "Overlays" })).toBeVisible();
  await isClean(page, "gallery");
  for (const placement of ["center", "top", "sheet"]) {
    await page.getByRole("button", { name: `Dialog, ${placement}` }).click();
    await page.getByRole("dialog", { name: "Hand over" }).waitFor();
    await isClean(page, `gallery, dialog ${placement}`);
    await page.keyboard.press("Escape");
  }
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  await page.getByRole("menuitem", { name: /Archive/ }).waitFor();
  await isClean(page, "gallery, menu");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Popover" }).click();
  await page.getByRole("textbox", { name: "Tag" }).waitFor();
  await isClean(page, "gallery, popover");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Toast" }).click();
  await page.getByText("LUM-2041", { exact: true }).waitFor();
  await isClean(page, "gallery, toast");
});

test("axe finds nothing in the queues, empty and filled, and in the windows over them", async ({ cast, unique }) => {
  const { page, desk } = await cast.member("rep");
  const { widget } = await cast.customer();
  await widget.visit();
  await widget.openChat();
  await widget.say(`Good evening ${unique}`);
  await expect(widget.frame.getByRole("group", { name: "What is it about?" })).toBeVisible();
  await desk.visit("mine");
  await expect(page.getByText("Nothing waiting for you.")).toBeVisible();
  await isClean(page, "mine, empty");
  await desk.visit("unassigned");
  await expect(desk.row(unique)).toBeVisible();
  await isClean(page, "unassigned, filled");
  await isClean(widget.page, "chat, asking for the topic");
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog", { name: "Commands" }).waitFor();
  await isClean(page, "palette");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Shortcuts" }).click();
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await isClean(page, "shortcuts");
  await page.keyboard.press("Escape");
  await desk.visit("backchannels");
  await page.getByRole("region", { name: "Taking part" }).waitFor();
  await isClean(page, "backchannels, filled");
});

test("axe finds nothing on a request, with the question to specialists and the backchannel open", async ({
  cast,
  unique,
}) => {
  const opening = `Camera ${unique} blinks`;
  const rep = await cast.member("rep");
  const customer = await cast.customer();
  await givenARequest(rep, customer, opening);
  await rep.desk.visit("mine");
  await rep.desk.open(opening);
  await rep.desk.answer("Which colour?");
  await isClean(rep.page, "request");
  await rep.page.getByRole("button", { name: "Ask a specialist" }).click();
  await rep.page.getByRole("checkbox", { name: "Messages you choose" }).click();
  await isClean(rep.page, "ask a specialist");
  await rep.page.keyboard.press("Escape");
  await rep.desk.ask(SPECIALISTS, `Why does it blink, ${unique}?`, opening);
  await expect(rep.desk.internal.thread).toContainText(opening);
  await isClean(rep.page, "backchannel beside");

  const specialist = await cast.member("specialist");
  await specialist.desk.visit("mine");
  await specialist.desk.invitations.getByRole("article").first().waitFor();
  await isClean(specialist.page, "invitation");
  await specialist.desk.visit("backchannels");
  await specialist.page
    .getByRole("button")
    .filter({ hasText: `Why does it blink, ${unique}?` })
    .first()
    .click();
  await expect(specialist.desk.internal.pane.getByRole("button", { name: "Accept" })).toBeVisible();
  await isClean(specialist.page, "invited");
  await specialist.desk.internal.pane.getByRole("button", { name: "Accept" }).click();
  await expect(specialist.desk.internal.thread).toContainText(opening);
  await isClean(specialist.page, "backchannel by itself");
});

test("axe finds nothing on the board and on the requests behind a figure", async ({ cast }) => {
  const { page, board, desk } = await cast.member("supervisor");
  await board.visit();
  await isClean(page, "board");
  await page.goto("/q/board?figure=assigned");
  await desk.list.getByRole("link").first().waitFor();
  await isClean(page, "board's requests");
  await desk.visit("team");
  await isClean(page, "team");
});

test("axe finds nothing in the shop page's chat: closed, open, waiting, and asking to rate", async ({
  cast,
  unique,
}) => {
  const opening = `Camera ${unique} beeps`;
  const rep = await cast.member("rep");
  const { page, widget } = await cast.customer();
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await widget.visit();
  await widget.launcher.waitFor();
  await isClean(page, "chat, closed");
  await widget.openChat();
  await isClean(page, "chat, open");
  await widget.say(opening);
  await expect(widget.timeline.getByText("Your message is with us")).toBeVisible();
  await isClean(page, "chat, waiting");
  const sequenceId = await sequenceOf(rep, opening);
  await answerAndClose(rep, sequenceId, "Take out the battery.");
  await expect(widget.ratingQuestion).toBeVisible();
  await isClean(page, "chat, rating");
});

test("axe finds nothing in the settings before the first model, and where somebody may not see them", async ({
  cast,
}) => {
  const { page, quality } = await cast.member("administrator");
  await quality.visit();
  await isClean(page, "quality, empty");
  await quality.importCsv("text\nMy lamp is broken\n");
  await expect(quality.importResult).toContainText("This column is missing.");
  await page.getByRole("textbox", { name: "Precision of decisions, in percent" }).fill("many");
  await isClean(page, "quality, with what is wrong");
  const rep = await cast.member("rep");
  await rep.page.goto("/settings");
  await expect(rep.page.getByText("Settings are for administrators.")).toBeVisible();
  await isClean(rep.page, "settings, not allowed");
});

async function isClean(page: Page, place: string) {
  expect.soft(await violationsInEveryLook(page), place).toEqual([]);
}

async function givenARequest({ api }: Member, { widget }: Customer, opening: string) {
  await api.me.setAvailability.mutate({ availability: "available" });
  await widget.visit();
  await widget.openChat();
  await widget.say(opening);
  await expect(widget.line(opening)).toContainText("Sent");
}

async function sequenceOf({ api }: Member, opening: string): Promise<string> {
  const find = async () => {
    const { rows } = await api.queue.list.query({ view: "mine" });
    return rows.find(({ subject }) => subject.includes(opening))?.sequenceId;
  };
  await expect.poll(find).toBeTruthy();
  return (await find()) ?? "";
}

async function answerAndClose({ api }: Member, sequenceId: string, body: string) {
  const { interactions } = await api.sequence.get.query({ sequenceId });
  const interactionId = interactions[0]?.id ?? "";
  const sent = {
    interactionId,
    clientId: randomUUID(),
    body,
    expectedAudience: "customer",
    thenState: "closed",
  } as const;
  await api.interaction.post.mutate(sent);
}
