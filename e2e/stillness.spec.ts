import { invitesSpecialist } from "./cast/beginnings";
import { shiftsOf, watchShifts } from "./cast/shifts";
import { expect, test } from "./fixtures";

/** Traffic moves nothing that somebody reads: no layout shift in the list, the thread, the board and the chat. */
test("nothing moves by itself while requests, replies and states arrive", async ({ cast, unique }) => {
  test.setTimeout(120_000);
  const rep = await cast.member("rep");
  const supervisor = await cast.member("supervisor");
  const [customer, second, third] = [await cast.customer(), await cast.customer(), await cast.customer()];
  for (const { context } of [rep, supervisor, customer]) await watchShifts(context);
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await customer.widget.visit();
  await customer.widget.openChat();
  await customer.widget.say(`Camera ${unique} is blurry`);
  await rep.desk.visit("mine");
  await rep.desk.open(`Camera ${unique} is blurry`);
  await supervisor.board.visit();
  await expect(supervisor.page.getByText("Live,")).toBeVisible();
  const watched = [rep.page, supervisor.page, customer.page];
  // Shifts from opening the pages do not count.
  await customer.widget.say(`It is new ${unique}`);
  await expect(rep.desk.message(`It is new ${unique}`)).toBeVisible();
  for (const page of watched) {
    await page.evaluate(() => document.fonts.ready);
    await shiftsOf(page);
  }

  const { rows } = await rep.api.queue.list.query({ view: "mine", limit: 100 });
  const row = rows.find(({ subject }) => subject.includes(unique));
  const sequenceId = row?.sequenceId ?? "";
  const { interactions } = await rep.api.sequence.get.query({ sequenceId });
  const interactionId = interactions[0]?.id ?? "";
  for (const [index, other] of [second, third].entries()) {
    await other.widget.visit();
    await other.widget.openChat();
    await other.widget.say(`Lamp ${unique} ${index} flickers`);
  }
  await expect(rep.page.getByRole("button", { name: /new – show/ })).toBeVisible();
  await rep.api.interaction.typing.mutate({ interactionId });
  const answer = (body: string) =>
    rep.api.interaction.post.mutate({
      interactionId,
      clientId: crypto.randomUUID(),
      body,
      expectedAudience: "customer",
    });
  await answer(`Wipe the lens ${unique}`);
  await expect(customer.widget.line(`Wipe the lens ${unique}`)).toBeVisible();
  await answer(`And tell us ${unique}`);
  await expect(rep.desk.message(`And tell us ${unique}`)).toBeVisible();
  await rep.api.sequence.setState.mutate({ sequenceId, state: "need_info", seen: "open" });
  await expect(rep.desk.stateButton("Need info")).toBeVisible();
  await rep.api.me.setAvailability.mutate({ availability: "busy" });
  const people = supervisor.page.getByRole("region", { name: "People" });
  await expect(people.getByRole("row", { name: /Lars Oxholm/ })).toContainText("Busy");
  await rep.api.me.setAvailability.mutate({ availability: "available" });

  await rep.context.setOffline(true);
  await expect(
    rep.page.getByText("Offline. Messages wait until you are back.").filter({ visible: true }),
  ).toBeVisible();
  await rep.context.setOffline(false);
  await expect(rep.desk.live).toBeVisible();
  expect(await Promise.all(watched.map(shiftsOf))).toEqual([[], [], []]);
});

/** A table is not reordered while somebody points at it. */
test("a table of the board under the pointer keeps its order until the new one is asked for", async ({ cast }) => {
  const supervisor = await cast.member("supervisor");
  const rep = await cast.member("rep");
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await supervisor.board.visit();
  const people = supervisor.page.getByRole("region", { name: "People" });
  const names = () => people.getByRole("rowheader").allTextContents();
  const before = await names();
  await people.getByRole("row").nth(1).hover();
  await rep.api.me.setAvailability.mutate({ availability: "offline" });
  await expect(people.getByRole("row", { name: /Lars Oxholm/ })).toContainText("Offline");
  expect(await names()).toEqual(before);
  await people.getByRole("button", { name: "New order – show" }).click();
  expect(await names()).not.toEqual(before);
});

/** Neither pointer nor focus is there, but somebody may be reading. The rep asks on another device. */
test("an invitation and a backchannel of somebody else move nothing until they are asked for", async ({
  cast,
  unique,
}) => {
  test.setTimeout(120_000);
  const rep = await cast.member("rep");
  const specialist = await cast.member("specialist");
  for (const { context } of [rep, specialist]) await watchShifts(context);
  const opening = `Camera ${unique} is blurry`;
  const customer = await cast.customer();
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await customer.widget.visit();
  await customer.widget.openChat();
  await customer.widget.say(opening);
  await rep.desk.visit("mine");
  await rep.desk.open(opening);
  await invitesSpecialist(rep, opening, `First ${unique}`);
  await rep.page.getByRole("button", { name: "1 new – show" }).click();
  await specialist.desk.visit("backchannels");
  await expect(specialist.page.getByRole("button", { name: `First ${unique}` })).toBeVisible();
  for (const { page } of [rep, specialist]) {
    await page.evaluate(() => document.fonts.ready);
    await page.mouse.move(0, 0);
    await shiftsOf(page);
  }

  await invitesSpecialist(rep, opening, `Second ${unique}`);
  await expect(rep.page.getByRole("button", { name: "1 new – show" })).toBeVisible();
  const pill = specialist.page.getByRole("button", { name: /1 new invitation – show/ });
  await expect(pill).toBeVisible();
  expect(await Promise.all([rep.page, specialist.page].map(shiftsOf))).toEqual([[], []]);
  await pill.click();
  await expect(specialist.page.getByRole("button", { name: `Second ${unique}` })).toBeVisible();
});
