import type { Page } from "@playwright/test";
import { translate } from "./cast/translate";
import { expect, test } from "./fixtures";

/** Errors of a page. Each is a failure, visible or not. */
function faultsIn(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("console", (line) => {
    if (line.type() === "error" && /NotFoundError|insertBefore|removeChild/.test(line.text())) faults.push(line.text());
  });
  return faults;
}

test("the console and the chat keep working while the browser translates them", async ({ cast, unique }) => {
  test.slow();
  const [first, second, third] = [`Lamp ${unique} flickers`, `It hums, too, ${unique}`, `Since Monday ${unique}`];
  const rep = await cast.member("rep");
  const customer = await cast.customer();
  const { page, desk } = rep;
  const { widget } = customer;
  const faults = [faultsIn(page), faultsIn(customer.page)];
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await widget.visit();
  await widget.openChat();
  expect(await translate(widget.frame)).toBeGreaterThan(3);
  await widget.say(first);
  await expect(widget.line(first)).toContainText("Sent");
  await desk.visit("mine");
  expect(await translate(page)).toBeGreaterThan(20);
  await desk.open(first);

  await test.step("messages come and go", async () => {
    await translate(page);
    await translate(widget.frame);
    await widget.say(second);
    await expect(desk.message(second)).toHaveCount(1);
    await translate(page);
    await desk.reply.fill(`Unscrew it ${unique}`);
    await desk.reply.press("ControlOrMeta+Enter");
    await expect(widget.line(`Unscrew it ${unique}`)).toHaveCount(1);
    await expect(desk.message(`Unscrew it ${unique}`)).toHaveCount(1);
  });

  await test.step("states, tags and the chat's status change", async () => {
    for (const [key, name] of [
      ["n", "Need info"],
      ["z", "Open"],
    ] as const) {
      await translate(page);
      await translate(widget.frame);
      await page.keyboard.press("F6");
      await page.keyboard.press(key);
      await expect(desk.stateButton(name)).toBeVisible();
    }
    await translate(page);
    await page.keyboard.press("l");
    await translate(page);
    await page.keyboard.type(`t${unique}`);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect(desk.row(first)).toContainText(`t${unique}`);
  });

  await test.step("dialogs, palette, and other views open and close", async () => {
    for (const key of ["b", "?", "ControlOrMeta+k"]) {
      await translate(page);
      await page.keyboard.press(key);
      const dialog = page.getByRole("dialog").first();
      await dialog.waitFor();
      await translate(page);
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
    }
    await translate(page);
    await desk.visit("team");
    await translate(page);
    await page.goBack();
    await translate(page);
    await translate(widget.frame);
    await widget.say(third);
    await expect(desk.message(third)).toHaveCount(1);
    await expect(widget.line(third)).toContainText("Sent");
  });

  expect(faults).toEqual([[], []]);
  await expect(page.locator("font:empty")).toHaveCount(0);
});

test("the board keeps working while the browser translates it, and names of keys and requests stay", async ({
  cast,
  unique,
}) => {
  const supervisor = await cast.member("supervisor");
  const { widget } = await cast.customer();
  const { page, board, desk } = supervisor;
  const faults = faultsIn(page);
  await board.visit();
  expect(await translate(page)).toBeGreaterThan(20);
  const requests = async () => (await board.count("Waiting")) + (await board.count("Assigned"));
  const before = await requests();
  await widget.visit();
  await widget.openChat();
  await widget.say(`Lamp ${unique} flickers`);
  await expect(widget.line(`Lamp ${unique} flickers`)).toContainText("Sent");
  await translate(page);
  await expect.poll(requests).toBeGreaterThan(before);
  await translate(page);
  await board.open("Waiting");
  await expect(desk.list).toBeVisible();
  await translate(page);
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog").waitFor();
  await translate(page);
  await expect(page.locator("kbd").first()).toBeVisible();
  await expect(page.locator("[translate=no] font")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.goBack();
  await translate(page);
  await expect(board.figures).toBeVisible();
  expect(faults).toEqual([]);
});
