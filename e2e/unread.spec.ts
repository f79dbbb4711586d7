import { expect, type Member, test } from "./fixtures";
import { DeskPage } from "./pages/DeskPage";

const UNREAD = /\d+ unread/;

/** Which of a rep's two tabs and their other browser show a request as unread. */
async function expectUnread(desks: readonly DeskPage[], subject: string, isUnread: boolean) {
  for (const desk of desks) {
    await expect(desk.row(subject)).toBeVisible();
    if (isUnread) await expect(desk.row(subject)).toContainText(UNREAD);
    else await expect(desk.row(subject)).not.toContainText(UNREAD);
  }
}

test("a message read in one tab is read in all tabs and on all devices, answered or not", async ({ cast, unique }) => {
  const [first, second] = [`Camera ${unique} blinks`, `It is red now, ${unique}`];
  const rep = await cast.member("rep");
  const { widget } = await cast.customer();
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  const otherTab = new DeskPage(await rep.context.newPage());
  const otherDevice = (await cast.member("rep")).desk;
  const elsewhere = [otherTab, otherDevice];
  for (const desk of [rep.desk, ...elsewhere]) await desk.visit("mine");
  await widget.visit();
  await widget.openChat();
  await widget.say(first);
  await expectUnread([rep.desk, ...elsewhere], first, true);
  const titles = await titlesOf(elsewhere);

  await test.step("reading clears it", async () => {
    await rep.desk.open(first);
    await expectUnread([rep.desk, ...elsewhere], first, false);
  });

  await test.step("a message that arrives unseen is unread everywhere, and answering clears it", async () => {
    await leave(rep);
    await widget.say(second);
    await expectUnread([rep.desk, ...elsewhere], first, true);
    await rep.desk.open(first);
    await rep.desk.answer(`Press it twice, ${unique}`);
    await expect(widget.line(`Press it twice, ${unique}`)).toHaveCount(1);
    await expectUnread([rep.desk, ...elsewhere], first, false);
  });

  expect(await titlesOf(elsewhere)).toEqual(titles);
  await otherTab.page.reload();
  await expectUnread([otherTab], first, false);
});

/** Goes back to the list, so that nobody sees new messages of the request. */
async function leave({ desk }: Member) {
  await desk.visit("mine");
}

const titlesOf = (desks: readonly DeskPage[]) => Promise.all(desks.map(({ page }) => page.title()));
