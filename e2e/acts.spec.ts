import { asks, onDuty } from "./cast/beginnings";
import { focusedIn, focusIsKept, tabTo } from "./cast/focus";
import { PEOPLE } from "./cast/people";
import { expect, type Member, test } from "./fixtures";

/** What a rep does with a request, how the page answers, and where the focus goes (B1, O8, O11). */

test("a reply that closes says so, leads to the next request, and is undone by one key", async ({ cast, unique }) => {
  test.slow();
  const rep = await onDuty(cast);
  const { page, desk } = rep;
  const done = await asks(cast, `Lock ${unique} squeaks`);
  const next = await asks(cast, `Lamp ${unique} hums`);
  await desk.visit("mine");
  await desk.open(done.opening);

  await page.keyboard.press("r");
  await page.keyboard.type(`A drop of oil, ${unique}`);
  await page.keyboard.press("ControlOrMeta+Shift+Enter");
  await expect(page.getByText(`Sent and closed: ${done.opening}`)).toBeVisible();
  await expect(desk.message(next.opening)).toBeVisible();
  await expect(desk.row(done.opening)).toContainText("Closed");
  await expect(desk.row(done.opening)).not.toContainText("Moved to");
  await focusIsKept(page);
  await expect(done.widget.line(`A drop of oil, ${unique}`)).toBeVisible();

  await page.keyboard.press("z");
  await expect(desk.message(`A drop of oil, ${unique}`)).toBeVisible();
  await expect(desk.stateButton("Open")).toBeVisible();
  await focusIsKept(page);

  await test.step("the rep may choose to stay", async () => {
    await page.getByRole("button", { name: /^Account of / }).click();
    await page.getByRole("menuitemradio", { name: "Stay here" }).click();
    await page.keyboard.press("Escape");
    await desk.reply.fill("That was all.");
    await desk.reply.press("ControlOrMeta+Shift+Enter");
    await expect(desk.stateButton("Closed")).toBeVisible();
    await expect(desk.message("That was all.")).toBeVisible();
    await focusIsKept(page);
  });
});

test("asking a specialist names what is missing, keeps the draft, and is sent by one key", async ({ cast, unique }) => {
  const { page, desk } = await onDuty(cast);
  const { opening } = await asks(cast, `Lamp ${unique} flickers`);
  await desk.visit("mine");
  await desk.open(opening);
  const ask = page.getByRole("button", { name: /^Ask a specialist/ });
  const dialog = page.getByRole("dialog", { name: "Ask a specialist" });
  const question = dialog.getByRole("textbox", { name: "Question" });
  const whoMissing = dialog.getByText("Choose at least one team or person.");
  const questionMissing = dialog.getByText("Write your question.");

  await ask.click();
  await expect(dialog).toBeVisible();
  await expect(whoMissing.or(questionMissing)).toHaveCount(0);
  await dialog.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(whoMissing).toBeVisible();
  await expect(questionMissing).toBeVisible();
  await question.fill(`Is a flicker a day much, ${unique}?`);
  await expect(questionMissing).toBeHidden();
  await expect(whoMissing).toBeVisible();

  await dialog.getByRole("button", { name: "Cancel" }).click();
  await ask.click();
  await expect(question).toHaveValue(`Is a flicker a day much, ${unique}?`);
  await dialog.getByRole("textbox", { name: "Who" }).fill("Installation specialists");
  await dialog.getByRole("button", { name: /^Installation specialists/ }).click();
  await question.press("ControlOrMeta+Enter");
  await expect(dialog).toBeHidden();
  await expect(desk.internal.message(`Is a flicker a day much, ${unique}?`)).toBeVisible();
});

test("quick edits by one person are all kept, and a crossing edit by another is shown with both values", async ({
  cast,
  unique,
}) => {
  const rep = await onDuty(cast);
  const { page, desk, api } = rep;
  const { opening } = await asks(cast, `Camera ${unique} blinks`);
  await desk.visit("mine");
  await desk.open(opening);

  await page.keyboard.press("l");
  const tags = ["one", "two", "three"].map((word) => `${word}-${unique}`);
  for (const tag of tags) {
    await page.keyboard.type(tag);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Escape");
  const { rows } = await api.queue.list.query({ view: "mine" });
  const sequenceId = rows.find(({ subject }) => subject === opening)?.sequenceId ?? "";
  await expect.poll(async () => (await api.sequence.get.query({ sequenceId })).tags).toEqual(tags);
  await expect(page.getByText("Somebody", { exact: false })).toBeHidden();

  await test.step("a crossing rename", async () => {
    await page.getByRole("button", { name: opening }).click();
    const field = page.getByRole("textbox", { name: "Subject" });
    await field.fill(`Mine ${unique}`);
    let isCrossed = false;
    await page.route("**/api/trpc/sequence.rename**", async (route) => {
      if (!isCrossed) await api.sequence.rename.mutate({ sequenceId, subject: `Theirs ${unique}`, seen: opening });
      isCrossed = true;
      await route.continue();
    });
    await field.press("Enter");
    const told = page.getByRole("region", { name: "Notifications" });
    await expect(told).toContainText(`Somebody else changed this to “Theirs ${unique}” meanwhile.`);
    await expect(told).toContainText(`Yours was “Mine ${unique}”.`);
    await page.getByRole("button", { name: "Use mine" }).click();
    await expect(page.getByRole("button", { name: `Mine ${unique}` })).toBeVisible();
    await expect.poll(async () => (await api.sequence.get.query({ sequenceId })).subject).toBe(`Mine ${unique}`);
  });
});

test("a hand-over takes one word and two keys, and says who cannot take it and why", async ({ cast, unique }) => {
  const rep = await onDuty(cast);
  const { page, desk } = rep;
  const colleague = await cast.member("specialist");
  await colleague.api.me.setAvailability.mutate({ availability: "away" });
  const { opening } = await asks(cast, `Hub ${unique} restarts`);
  await desk.visit("mine");
  await desk.open(opening);

  await page.keyboard.press("a");
  const to = page.getByRole("combobox", { name: "To" });
  await expect(to).toBeFocused();
  await page.keyboard.type(PEOPLE.specialist.name);
  const option = page.getByRole("option", { name: PEOPLE.specialist.name });
  await expect(option).toContainText("cannot be given requests now");
  await expect(option).toHaveAttribute("aria-disabled", "true");

  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Installation");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("Handed over to Installation specialists.")).toBeVisible();
  await focusIsKept(page);
  await colleague.api.me.setAvailability.mutate({ availability: "offline" });
});

test("after every act by keys the focus is where the work continues", async ({ cast, unique }) => {
  test.slow();
  const rep = await cast.member("rep");
  const { page, desk } = rep;
  await asks(cast, `Sensor ${unique} sleeps`);
  const ledger: string[] = [];
  const act = async (what: string, keys: readonly string[], seen: () => Promise<unknown>) => {
    for (const key of keys) await page.keyboard.press(key);
    await seen();
    await expect.poll(() => focusedIn(page), `what has the focus after: ${what}`).not.toBe("body");
    ledger.push(`${what}: ${await focusedIn(page)}`);
  };

  await desk.visit("mine");
  await act("take next, from nowhere", ["t"], () => desk.thread.waitFor());
  await desk.visit("mine");
  await desk.open(await taken(rep));
  await act("state menu", ["s"], () => page.getByRole("menu").waitFor());
  await act("state menu, closed", ["Escape"], () => page.getByRole("menu").waitFor({ state: "hidden" }));
  await act("need-info", ["n"], () => desk.stateButton("Need info").waitFor());
  await act("undo", ["z"], () => desk.stateButton("Open").waitFor());
  await act("tags", ["l"], () => page.getByRole("textbox", { name: "New tag" }).waitFor());
  await act("tags, closed", ["Escape"], () =>
    page.getByRole("textbox", { name: "New tag" }).waitFor({ state: "hidden" }),
  );
  await act("hand over", ["a"], () => page.getByRole("dialog", { name: "Hand over" }).waitFor());
  await act("hand over, left", ["Escape"], () => page.getByRole("dialog").waitFor({ state: "hidden" }));
  await act("escalate", ["e"], () => page.getByRole("dialog").waitFor());
  await act("escalate, left", ["Escape"], () => page.getByRole("dialog").waitFor({ state: "hidden" }));
  await act("palette", ["ControlOrMeta+k"], () => page.getByRole("dialog").waitFor());
  await act("palette, left", ["Escape"], () => page.getByRole("dialog").waitFor({ state: "hidden" }));
  await act("shortcuts", ["?"], () => page.getByRole("dialog").waitFor());
  await act("shortcuts, left", ["Escape"], () => page.getByRole("dialog").waitFor({ state: "hidden" }));
  await act("reply", ["r"], () => expect(desk.reply).toBeFocused());
  await act("out of the composer", ["Escape"], () => expect(desk.reply).not.toBeFocused());
  await act("to the next", ["j"], () => desk.thread.waitFor());

  await test.step("rename", async () => {
    await tabTo(page, page.getByRole("heading", { level: 1 }).getByRole("button"), "back");
    await page.keyboard.press("Enter");
    await page.keyboard.press("End");
    await page.keyboard.type(` ${unique}!`);
    await act("rename", ["Enter"], () => page.getByRole("button", { name: `${unique}!` }).waitFor());
  });

  await test.step("send, edit and delete", async () => {
    await page.keyboard.press("Escape");
    await act("reply again", ["r"], () => expect(desk.reply).toBeFocused());
    await page.keyboard.type(`Hold it ${unique}`);
    await act("send", ["ControlOrMeta+Enter"], () => desk.message(`Hold it ${unique}`).waitFor());
    const actions = desk.message(`Hold it ${unique}`).getByRole("button", { name: /^Actions for the message / });
    await tabTo(page, actions, "back");
    await act("message menu", ["Enter"], () => page.getByRole("menu").waitFor());
    await act("edit", ["e", "Enter"], () =>
      expect(page.getByRole("textbox", { name: "Edit the message" })).toBeFocused(),
    );
    await act("edit, left", ["Escape"], () =>
      page.getByRole("textbox", { name: "Edit the message" }).waitFor({ state: "hidden" }),
    );
  });

  await test.step("send and close, at the end of the list", async () => {
    await act("reply once more", ["r"], () => expect(desk.reply).toBeFocused());
    await page.keyboard.type(`Bye ${unique}`);
    await act("send and close", ["ControlOrMeta+Shift+Enter"], () => page.getByText(/^Sent and closed/).waitFor());
    await act("undo the closing", ["z"], () => desk.stateButton("Open").waitFor());
    await act("back to the list", ["u"], () => expect(desk.thread).toBeHidden());
  });
  expect(ledger.length).toBeGreaterThan(20);
});

test("a specialist accepts by one key and types the answer at once", async ({ cast, unique }) => {
  test.slow();
  const rep = await onDuty(cast);
  const specialist = await cast.member("specialist");
  await specialist.desk.visit("mine");
  const { opening } = await asks(cast, `Bolt ${unique} jams`);
  await rep.desk.visit("mine");
  await rep.desk.open(opening);
  await rep.page.keyboard.press("b");
  const dialog = rep.page.getByRole("dialog", { name: "Ask a specialist" });
  await expect(dialog.getByRole("textbox", { name: "Who" })).toBeFocused();
  await rep.page.keyboard.type(PEOPLE.specialist.name);
  await expect(dialog.getByRole("button", { name: PEOPLE.specialist.name })).toBeVisible();
  await rep.page.keyboard.press("Enter");
  await expect(dialog.getByRole("list", { name: "Asked" })).toContainText(PEOPLE.specialist.name);
  await tabTo(rep.page, dialog.getByRole("textbox", { name: "Question" }));
  await rep.page.keyboard.type(`Which bolt, ${unique}?`);
  await rep.page.keyboard.press("ControlOrMeta+Enter");
  await expect(dialog).toBeHidden();

  await specialist.desk.invitations.getByText(`Which bolt, ${unique}?`).waitFor();
  await specialist.page.keyboard.press("g");
  await specialist.page.keyboard.press("n");
  await specialist.page.keyboard.press("a");
  await expect(specialist.desk.internal.composer).toBeFocused();
  await specialist.page.keyboard.type(`The long one, ${unique}`);
  await specialist.page.keyboard.press("ControlOrMeta+Enter");
  await expect(rep.desk.internal.message(`The long one, ${unique}`)).toBeVisible();
});

test("on a phone the focus follows the open part, and F6 stops at visible parts", async ({ cast, unique }) => {
  const rep = await cast.member("rep", { width: 390, height: 844 });
  const { page, desk } = rep;
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  const { opening } = await asks(cast, `Lamp ${unique} hums`);
  await page.goto("/q/mine");
  await desk.row(opening).focus();
  await page.keyboard.press("Enter");
  await expect(desk.message(opening)).toBeVisible();
  await focusIsKept(page);
  await page.keyboard.press("F6");
  await focusIsKept(page);
  await page.keyboard.press("u");
  await expect(desk.row(opening)).toBeVisible();
  await focusIsKept(page);

  await test.step("a tapped row", async () => {
    await desk.row(opening).click();
    await expect(desk.message(opening)).toBeVisible();
    await focusIsKept(page);
  });
});

test("an escalation that finds nobody says so, stays with the rep, and is withdrawn by keys", async ({
  cast,
  unique,
}) => {
  const rep = await onDuty(cast);
  const { page, desk } = rep;
  const supervisor = await cast.member("supervisor");
  await supervisor.api.me.setAvailability.mutate({ availability: "offline" });
  const { opening } = await asks(cast, `Siren ${unique} howls`);
  await desk.visit("mine");
  await desk.open(opening);

  await page.keyboard.press("e");
  await expect(page.getByRole("textbox", { name: "Reason" })).toBeFocused();
  await page.keyboard.type(`The neighbours called, ${unique}`);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText(/^No supervisor could take it: .+ It stays with you/)).toBeVisible();
  await focusIsKept(page);
  await expect(desk.row(opening)).toContainText("Escalated");
  await expect(page.getByText("With you", { exact: true })).toBeVisible();

  const withdraw = page.getByRole("button", { name: "Withdraw", exact: true });
  await tabTo(page, withdraw, "back");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Escalation withdrawn.")).toBeVisible();
  await expect(withdraw).toBeHidden();
  await expect(desk.row(opening)).not.toContainText("Escalated");
  await focusIsKept(page);

  await page.keyboard.press("z");
  await expect(desk.row(opening)).toContainText("Escalated");
  await expect(page.getByText(`The neighbours called, ${unique}`)).toBeVisible();
  await supervisor.api.me.setAvailability.mutate({ availability: "available" });
});

/** The subject of the request that the rep took last. It may be another one that waited longer than the story's. */
async function taken({ api }: Member): Promise<string> {
  const { rows } = await api.queue.list.query({ view: "mine" });
  return rows[0]?.subject ?? "";
}
