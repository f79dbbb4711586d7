import { expect, test } from "./fixtures";

/** The posting procedures of both sides, alone or in a batch. */
const POSTING = /\/api\/trpc\/[^?]*(interaction|customer)\.post/;

test("a rep's offline message is shown as not sent, survives a reload, and is sent once", async ({ cast, unique }) => {
  const opening = `Camera ${unique} is blurry`;
  const answer = `Wipe the lens ${unique}`;
  const customer = await cast.customer();
  const rep = await cast.member("rep");
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await rep.desk.visit("mine");
  await customer.widget.visit();
  await customer.widget.openChat();
  await customer.widget.say(opening);
  await rep.desk.open(opening);

  await rep.context.setOffline(true);
  await rep.desk.answer(answer);
  await expect(rep.desk.message(answer)).toContainText(/Waiting to be sent|Not sent yet/);
  await expect(
    rep.page.getByText("Offline. Messages wait until you are back.").filter({ visible: true }),
  ).toBeVisible();

  await rep.context.route(POSTING, (route) => route.abort());
  await rep.context.setOffline(false);
  await rep.page.reload();
  await expect(rep.desk.message(answer)).toContainText(/Waiting to be sent|Not sent yet/);
  await expect(customer.widget.line(answer)).toHaveCount(0);

  // Being back online ends the growing pauses between the tries.
  await rep.context.setOffline(true);
  await rep.context.unroute(POSTING);
  await rep.context.setOffline(false);
  await expect(customer.widget.line(answer)).toBeVisible();
  await expect(rep.desk.message(answer)).not.toContainText(/Waiting to be sent|Not sent yet/);
  await rep.desk.answer(`Anything else, ${unique}?`);
  await expect(customer.widget.line(`Anything else, ${unique}?`)).toBeVisible();
  await expect(customer.widget.line(answer)).toHaveCount(1);
  await expect(rep.desk.message(answer)).toHaveCount(1);
});

test("a customer's offline message is shown as not sent, survives a reload, and is sent once", async ({
  cast,
  unique,
}) => {
  const opening = `Camera ${unique} is upside down`;
  const more = `It hangs from the ceiling ${unique}`;
  const { widget, context, page } = await cast.customer();
  const rep = await cast.member("rep");
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await rep.desk.visit("mine");
  await widget.visit();
  await widget.openChat();
  await widget.say(opening);
  await expect(widget.line(opening)).toContainText("Sent");
  await rep.desk.open(opening);

  await context.setOffline(true);
  await expect(widget.frame.getByText("You are offline.")).toBeVisible();
  await widget.say(more);
  await expect(widget.line(more)).toContainText("Not sent yet. Trying again…");

  await context.route(POSTING, (route) => route.abort());
  await context.setOffline(false);
  await page.reload();
  await widget.openChat();
  await expect(widget.line(more)).toContainText("Not sent yet. Trying again…");
  await expect(rep.desk.message(opening)).toBeVisible();
  await expect(rep.desk.message(more)).toHaveCount(0);

  await context.unroute(POSTING);
  await expect(rep.desk.message(more)).toBeVisible();
  await widget.say(`Does it matter, ${unique}?`);
  await expect(rep.desk.message(`Does it matter, ${unique}?`)).toBeVisible();
  await expect(rep.desk.message(more)).toHaveCount(1);
  await expect(widget.line(more)).toHaveCount(1);
});
