import { expect, test } from "./fixtures";

const NUMBER = /[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}/;

test("a closed request is found in its view and by its number, but only by those who may see it", async ({
  cast,
  unique,
}) => {
  test.slow();
  const opening = `Lamp ${unique} flickers`;
  const customer = await cast.customer();
  await customer.widget.visit();
  await customer.widget.openChat();
  await customer.widget.say(opening);
  await expect(customer.widget.line(opening)).toContainText("Sent");
  const { page, desk } = await cast.member("rep");
  await desk.visit("mine");
  await page.keyboard.press("F6");
  await page.keyboard.press("t");
  await expect(desk.message(opening)).toBeVisible();
  const [reference = ""] = NUMBER.exec((await page.getByRole("main").textContent()) ?? "") ?? [];
  expect(reference).toMatch(NUMBER);
  await desk.setState("Open", "Closed");
  await expect(desk.stateButton("Closed")).toBeVisible();

  await test.step("it is the first of the closed requests", async () => {
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: /^Closed/ }).click();
    const closed = page.getByRole("list", { name: "Closed requests, newest first" });
    await expect(closed.getByRole("link").first()).toContainText(opening);
  });

  await test.step("its number opens it", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByRole("combobox", { name: "Commands" })).toBeFocused();
    await page.keyboard.type(`#${reference.toLowerCase().replace("-", "")}`);
    await expect(page.getByRole("option", { name: `Open #${reference}` })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(desk.message(opening)).toBeVisible();
    await expect(page).toHaveURL(/\/q\/mine\/s\//);
  });

  await test.step("for somebody who may not see it, its number finds nothing", async () => {
    const other = await cast.member("specialist");
    await other.desk.visit("mine");
    await other.page.keyboard.press("ControlOrMeta+k");
    await expect(other.page.getByRole("combobox", { name: "Commands" })).toBeFocused();
    await other.page.keyboard.type(reference);
    await expect(other.page.getByText(`No request has the number ${reference}.`)).toBeVisible();
  });
});
