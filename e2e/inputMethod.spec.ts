import type { CDPSession } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Dispatches a key that an input method takes, as a browser does in the middle of a composition. */
async function pressInComposition(method: CDPSession, key: string): Promise<void> {
  const pressed = { key, code: key, windowsVirtualKeyCode: 229 };
  await method.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...pressed });
  await method.send("Input.dispatchKeyEvent", { type: "keyUp", ...pressed });
}

test("Enter and Escape of an input method neither send, nor save, nor discard", async ({ cast, unique }) => {
  const opening = `Camera ${unique} is off`;
  const rep = await cast.member("rep");
  const { page, desk } = rep;
  const { widget, page: shop } = await cast.customer();
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await widget.visit();
  await widget.openChat();

  await test.step("in the chat", async () => {
    const method = await shop.context().newCDPSession(shop);
    await widget.composer.fill(opening);
    await method.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
    for (const key of ["Enter", "Escape"]) await pressInComposition(method, key);
    await expect(widget.composer).toBeVisible();
    await expect(widget.composer).toHaveValue(`${opening}にほん`);
    await expect(widget.line(opening)).toHaveCount(0);
    await method.send("Input.insertText", { text: "日本" });
    await shop.keyboard.press("Enter");
    await expect(widget.line(`${opening}日本`)).toContainText("Sent");
  });

  await test.step("in the subject of a request", async () => {
    await desk.visit("mine");
    await desk.open(opening);
    const method = await page.context().newCDPSession(page);
    await page.getByRole("heading", { level: 1 }).getByRole("button").click();
    const field = page.getByRole("heading", { level: 1 }).getByRole("textbox");
    await field.fill("Half ");
    await method.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
    for (const key of ["Enter", "Escape"]) await pressInComposition(method, key);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(/^Half /);
    await method.send("Input.insertText", { text: "日本" });
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Half .*日本$/);
  });
});
