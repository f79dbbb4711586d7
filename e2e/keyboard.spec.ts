import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { violationsInEveryLook } from "./cast/axe";
import { focusedIn, tabTo } from "./cast/focus";
import { type Customer, expect, type Member, test } from "./fixtures";

const SPECIALISTS = "Installation specialists";

test("a rep works on a request by keys alone, from taking it to returning to the list", async ({ cast, unique }) => {
  test.slow();
  const opening = `Lock ${unique} will not bolt`;
  const { page, desk } = await cast.member("rep");
  const { widget } = await givenAWaitingRequest(await cast.customer(), opening);
  await desk.visit("mine");
  await page.keyboard.press("F6");
  await focusIsKept(page);

  await test.step("takes the next one", async () => {
    await page.keyboard.press("t");
    await expect(desk.message(opening)).toBeVisible();
    await focusIsKept(page);
  });

  await test.step("replies", async () => {
    await page.keyboard.press("r");
    await expect(desk.reply).toBeFocused();
    await page.keyboard.type(`Push and turn, ${unique}`);
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(widget.line(`Push and turn, ${unique}`)).toBeVisible();
    await expect(desk.reply).toBeFocused();
  });

  await test.step("leaves the field and sets need-info", async () => {
    await page.keyboard.press("F6");
    await focusIsKept(page);
    await page.keyboard.press("n");
    await expect(desk.stateButton("Need info")).toBeVisible();
    await expect(widget.timeline.getByText("We are waiting for your answer.")).toBeVisible();
    await focusIsKept(page);
  });

  await test.step("tags", async () => {
    await page.keyboard.press("l");
    await expect(page.getByRole("textbox", { name: "New tag" })).toBeFocused();
    await page.keyboard.type(`t${unique}`);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect(desk.row(opening)).toContainText(`t${unique}`);
    await expect(page.getByRole("textbox", { name: "New tag" })).toBeHidden();
    await focusIsKept(page);
  });

  await test.step("asks a specialist", () => asksByKeys({ page, desk }, unique));

  await test.step("goes back to the list", async () => {
    await page.keyboard.press("F6");
    await page.keyboard.press("u");
    await expect(desk.thread).toBeHidden();
    await focusIsKept(page);
    await page.keyboard.press("j");
    await focusIsKept(page);
  });
});

test("a supervisor goes from a figure of the board to a request behind it by keys alone", async ({ cast }) => {
  const { page, board, desk } = await cast.member("supervisor");
  await board.visit();
  await tabTo(page, board.figures.getByRole("link").filter({ hasText: "Assigned" }));
  await page.keyboard.press("Enter");
  await desk.list.getByRole("link").first().waitFor();
  await tabTo(page, desk.list.locator('a[tabindex="0"]'));
  await page.keyboard.press("Enter");
  await desk.thread.waitFor();
  await focusIsKept(page);
  await page.keyboard.press("j");
  await focusIsKept(page);
  await page.keyboard.press("u");
  await expect(desk.thread).toBeHidden();
  await focusIsKept(page);
});

test("a customer chats, rates and closes the chat by keys alone, and ends at the launcher", async ({
  cast,
  unique,
}) => {
  const opening = `Lock ${unique} is stuck`;
  const { page, widget } = await cast.customer();
  const rep = await cast.member("rep");
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await widget.visit();
  await widget.launcher.waitFor();
  await tabTo(page, widget.launcher);
  await page.keyboard.press("Enter");
  await expect(widget.composer).toBeFocused();
  await page.keyboard.type(opening);
  await page.keyboard.press("Enter");
  await expect(widget.line(opening)).toContainText("Sent");
  await expect(widget.composer).toBeFocused();

  await answersAndCloses(rep, opening);
  await expect(widget.ratingQuestion).toBeVisible();
  await expect(widget.composer).toBeFocused();

  await tabTo(page, widget.ratingQuestion.getByRole("radio", { name: "Great" }), "back");
  await page.keyboard.press("ArrowLeft");
  await tabTo(page, widget.frame.getByRole("textbox", { name: "Anything to add? (optional)" }));
  await page.keyboard.type("Quick");
  await tabTo(page, widget.frame.getByRole("button", { name: "Send rating" }));
  await page.keyboard.press("Enter");
  await expect(widget.timeline.getByText("You rated this: Good. Thank you.")).toBeVisible();
  await focusIsKept(page);

  await page.keyboard.press("Escape");
  await expect(widget.panel).toBeHidden();
  await expect(widget.launcher).toBeFocused();
});

test("an administrator reaches and uses the settings by keys alone", async ({ cast }) => {
  const { page, desk, quality } = await cast.member("administrator");
  await desk.visit("mine");
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await quality.heading.waitFor();

  const target = page.getByRole("textbox", { name: "Precision of decisions, in percent" });
  await tabTo(page, target);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("90");
  await tabTo(page, page.getByRole("button", { name: "Discard" }));
  await page.keyboard.press("Enter");
  await expect(target).toBeFocused();
  await expect(target).toHaveValue("97");

  await tabTo(page, quality.panel("Examples by category").getByRole("button", { name: "Examples" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: "Examples", exact: true })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await focusIsKept(page);

  await tabTo(page, page.getByRole("button", { name: "Import examples" }), "back");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Choose a file" })).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: "Export all examples" }));
  await page.keyboard.press("F6");
  await focusIsKept(page);
});

test("an administrator finds a setting by a word, by keys alone, and is told if there is none", async ({ cast }) => {
  const { page, desk, quality } = await cast.member("administrator");
  await desk.visit("mine");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.press("t");
  await expect(page.getByRole("combobox", { name: "Commands" })).toBeFocused();
  await expect(page.getByText("Nothing waits to be taken.")).toBeHidden();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("settings: import");
  await page.keyboard.press("Enter");
  await expect(quality.panel("Import and export")).toBeFocused();

  await page.keyboard.press("/");
  await expect(quality.search).toBeFocused();
  await page.keyboard.type("zebra");
  await expect(page.getByText("No setting is called “zebra”.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(quality.search).toHaveValue("");
  await expect(page.getByRole("link", { name: "Categories: Quality" })).toBeVisible();

  await page.keyboard.type("precision");
  await expect(quality.foundSettings).toHaveCount(2);
  expect.soft(await violationsInEveryLook(page), "settings, found").toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(quality.search).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("roll back");
  await expect(quality.foundSettings).toHaveText(["VersionsCategories, Quality"]);
  await page.keyboard.press("Enter");
  await expect(quality.panel("Versions")).toBeFocused();
  await expect(page).toHaveURL(/#setting-versions$/);
  await expect(quality.search).toHaveValue("");
});

async function focusIsKept(page: Page) {
  await expect.poll(() => focusedIn(page), "what has the focus").not.toBe("body");
}

async function givenAWaitingRequest(customer: Customer, opening: string): Promise<Customer> {
  await customer.widget.visit();
  await customer.widget.openChat();
  await customer.widget.say(opening);
  await expect(customer.widget.line(opening)).toContainText("Sent");
  return customer;
}

async function asksByKeys({ page, desk }: Pick<Member, "page" | "desk">, unique: string) {
  await page.keyboard.press("b");
  const dialog = page.getByRole("dialog", { name: "Ask a specialist" });
  await dialog.waitFor();
  await tabTo(page, dialog.getByRole("textbox", { name: "Who" }));
  await page.keyboard.type(SPECIALISTS);
  await tabTo(page, dialog.getByRole("button", { name: new RegExp(`^${SPECIALISTS}`) }));
  await page.keyboard.press("Enter");
  await tabTo(page, dialog.getByRole("textbox", { name: "Question" }));
  await page.keyboard.type(`Which bolt is it, ${unique}?`);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(dialog).toBeHidden();
  await expect(desk.internal.message(`Which bolt is it, ${unique}?`)).toBeVisible();
  await focusIsKept(page);
}

async function answersAndCloses({ api }: Member, opening: string) {
  const find = async () => {
    const { rows } = await api.queue.list.query({ view: "mine" });
    return rows.find(({ subject }) => subject.includes(opening))?.sequenceId;
  };
  await expect.poll(find).toBeTruthy();
  const { interactions } = await api.sequence.get.query({ sequenceId: (await find()) ?? "" });
  await api.interaction.post.mutate({
    interactionId: interactions[0]?.id ?? "",
    clientId: randomUUID(),
    body: "A drop of oil helps.",
    expectedAudience: "customer",
    thenState: "closed",
  });
}
