import { type Customer, expect, type Member, test } from "./fixtures";

const CANNOT_SEE = "Customer cannot see this";

test("a customer asks something else and sees both requests, and a rep splits off a third one", async ({
  cast,
  unique,
}) => {
  test.setTimeout(120_000);
  const [first, second, third] = [
    `Camera ${unique} is dark`,
    `Camera hinge ${unique} squeaks`,
    `Where is refund ${unique}?`,
  ];
  const customer = await cast.customer();
  const rep = await cast.member("rep", { width: 1440, height: 900 });
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await rep.desk.visit("mine");
  await customer.widget.visit();
  await customer.widget.openChat();
  await customer.widget.say(first);
  await rep.desk.open(first);
  await rep.desk.answer(`Clean the lens, ${unique}.`);
  await rep.desk.setState("Open", "Closed");

  await test.step("after the end the customer begins another request", () => beginsAnother(customer, first, second));
  await test.step("undoing the closing withdraws the question for a rating", () => takesBack(customer, rep));
  await test.step("the rep splits off a request, and the customer notices nothing", () =>
    parts(customer, rep, { unique, second, third }));
});

async function beginsAnother({ widget }: Customer, first: string, second: string) {
  const { frame } = widget;
  await expect(widget.ratingQuestion).toBeVisible();
  await frame.getByRole("button", { name: "Ask something else" }).click();
  await expect(frame.getByText("Your next message begins a new request.")).toBeVisible();
  await expect(widget.composer).toBeFocused();
  await widget.say(second);
  await expect(frame.getByText("Your next message begins a new request.")).toBeHidden();
  await expect(widget.line(second)).toBeVisible();

  await frame.getByRole("button", { name: "Your requests" }).click();
  const requests = frame.getByRole("region", { name: "Your requests" }).getByRole("listitem");
  await expect(requests).toHaveCount(2);
  await expect(requests.first()).toContainText(second);
  await expect(requests.first()).toContainText("We are on it");
  await expect(requests.last()).toContainText(first);
  await expect(requests.last()).toContainText("Closed");
  await frame.getByRole("button", { name: "Back to the conversation" }).click();
  await expect(widget.line(first)).toBeVisible();
  await expect(widget.composer).toBeFocused();
}

async function takesBack({ widget }: Customer, { page }: Member) {
  await page.keyboard.press("z");
  await expect(page.getByRole("button", { name: /^State: Open/ })).toBeVisible();
  await expect(widget.ratingQuestion).toBeHidden();
}

type Words = Record<"unique" | "second" | "third", string>;

async function parts({ widget }: Customer, { api, desk, page }: Member, { unique, second, third }: Words) {
  await page.keyboard.press(".");
  await desk.open(second);
  await desk.answer(`Oil it, ${unique}.`);
  await expect(widget.line(`Oil it, ${unique}.`)).toBeVisible();
  await widget.say(third);
  await expect(desk.message(third)).toBeVisible();
  const lines = widget.timeline.getByRole("article");
  const before = await lines.allTextContents();

  await desk.message(third).hover();
  await desk
    .message(third)
    .getByRole("button", { name: /^Actions for the message / })
    .click();
  await page.getByRole("menuitem", { name: "This is a new matter", exact: true }).click();
  await expect(page.getByRole("button", { name: "Undo" }).last()).toBeVisible();
  await expect(desk.message(third)).toBeVisible();
  await expect(desk.message(`Oil it, ${unique}.`)).toBeHidden();
  await page.getByRole("button", { name: /new – show/ }).click();
  await expect(desk.row(third)).toBeVisible();
  // The toast with the undo button covers no control for sending.
  await desk.reply.fill(`Refunded, ${unique}.`);
  await page.getByRole("button", { name: "Send", exact: true }).click({ trial: true });
  await desk.reply.fill("");
  expect(await lines.allTextContents()).toEqual(before);

  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(desk.message(`Oil it, ${unique}.`)).toBeVisible();
  await expect(desk.message(third)).toBeVisible();
  const { rows } = await api.queue.list.query({ view: "mine" });
  expect(rows.map(({ subject }) => subject)).not.toContain(third);
  expect(await lines.allTextContents()).toEqual(before);
}

test("the note that the customer cannot see a message is never cut off, and its readers are named", async ({
  cast,
  unique,
}) => {
  const opening = `Camera ${unique} hums`;
  const customer = await cast.customer();
  const rep = await cast.member("rep", { width: 1440, height: 900 });
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await rep.desk.visit("mine");
  await customer.widget.visit();
  await customer.widget.openChat();
  await customer.widget.say(opening);
  await rep.desk.open(opening);
  await rep.desk.ask("Installation specialists", `Does this hum mean anything at all to you, ${unique}?`, opening);
  const warning = rep.page.getByText(CANNOT_SEE).last();
  await expect(warning).toBeInViewport({ ratio: 1 });
  const isCut = await warning.evaluate((element) => element.scrollWidth > element.clientWidth + 1);
  expect(isCut).toBe(false);
  await expect(rep.desk.internal.composer).toHaveAccessibleName(/^Write to Installation specialists, internal/);

  await rep.page.getByRole("button", { name: "End this backchannel" }).click();
  await expect(rep.page.getByText("This backchannel has ended.")).toBeVisible();
  await rep.page.keyboard.press("z");
  await expect(rep.desk.internal.composer).toBeVisible();
});
