import { asks, invitesSpecialist, onDuty, sequenceIdOf } from "./cast/beginnings";
import { focusedIn, focusIsKept, tabTo } from "./cast/focus";
import { expect, test } from "./fixtures";

/** Rarer acts by keys alone: text typed at once arrives, one press is one act, Escape and F6 lead on (O8, O11). */

test("an invitation is declined with a reason typed at once, on its card and in the open backchannel", async ({
  cast,
  unique,
}) => {
  test.slow();
  const rep = await onDuty(cast);
  const { page, desk } = await cast.member("specialist");
  await desk.visit("mine");
  const { opening } = await asks(cast, `Bolt ${unique} jams`);
  const reason = page.getByRole("textbox", { name: "Why do you decline?" });
  await invitesSpecialist(rep, opening, `Which one, ${unique}?`);

  await test.step("on its card", async () => {
    await desk.invitations.getByText(`Which one, ${unique}?`).waitFor();
    for (const key of ["g", "n", "r"]) await page.keyboard.press(key);
    await expect(reason).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Decline" })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.type("busy until four");
    await expect(reason).toHaveValue("busy until four");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(desk.invitations.getByText(`Which one, ${unique}?`)).toBeHidden();
    await focusIsKept(page);
  });

  await test.step("in the open backchannel", async () => {
    await invitesSpecialist(rep, opening, `Which two, ${unique}?`);
    await desk.visit("backchannels");
    await tabTo(
      page,
      page.getByRole("region", { name: "Invitations" }).getByRole("button", { name: `Which two, ${unique}?` }),
    );
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("button", { name: "Decline" }));
    await page.keyboard.press("Enter");
    await page.keyboard.type("not my trade");
    await expect(reason).toHaveValue("not my trade");
    await page.keyboard.press("Enter");
    await expect(reason).toBeHidden();
    await focusIsKept(page);
  });

  await test.step("accepted there, and left", async () => {
    await invitesSpecialist(rep, opening, `Which three, ${unique}?`);
    await desk.visit("backchannels");
    await tabTo(
      page,
      page.getByRole("region", { name: "Invitations" }).getByRole("button", { name: `Which three, ${unique}?` }),
    );
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("button", { name: "Accept" }));
    await page.keyboard.press("Enter");
    await expect(desk.internal.composer).toBeFocused();
    await page.keyboard.press("Escape");
    await page.keyboard.press("u");
    await expect(desk.internal.composer).toBeHidden();
    expect(await focusedIn(page)).toMatch(/^section list$/i);
  });
});

test("people are invited to a backchannel and removed, and it is ended and reopened, by keys alone", async ({
  cast,
  unique,
}) => {
  test.slow();
  const rep = await onDuty(cast);
  const { page, desk } = rep;
  const { opening } = await asks(cast, `Bolt ${unique} jams`);
  await invitesSpecialist(rep, opening, `Which bolt, ${unique}?`);
  await desk.visit("mine");
  await desk.open(opening);
  await page.keyboard.press("b");
  await expect(desk.internal.composer).toBeFocused();
  await page.keyboard.press("Escape");

  const dialog = page.getByRole("dialog", { name: "Participants" });
  const people = desk.internal.pane.getByRole("button", { name: /takes? part/ });
  await test.step("asks in", async () => {
    await tabTo(page, people);
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("button", { name: "Invite" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("textbox", { name: "Who" })).toBeFocused();
    await page.keyboard.type("Beatriz Lombarte");
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("list", { name: "Asked" })).toContainText("Beatriz Lombarte");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(dialog.getByText("invited, has not answered yet")).toHaveCount(2);
    await expect(dialog.getByRole("button", { name: "Invite" })).toBeFocused();
  });

  await test.step("removes", async () => {
    await tabTo(page, dialog.getByRole("button", { name: "Remove Beatriz Lombarte" }), "back");
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(dialog.getByRole("button", { name: "Remove Beatriz Lombarte" })).toBeHidden();
    await expect(dialog.getByRole("button", { name: "Invite" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(people).toBeFocused();
  });

  await test.step("ends and reopens", async () => {
    await tabTo(page, desk.internal.pane.getByRole("button", { name: "End this backchannel" }));
    await page.keyboard.press("Enter");
    await tabTo(page, desk.internal.pane.getByRole("button", { name: "Reopen" }));
    await page.keyboard.press("Enter");
    await expect(desk.internal.composer).toBeFocused();
  });
});

test("two presses at one moment are one act, and a held key acts once", async ({ cast, unique }) => {
  test.slow();
  const rep = await cast.member("rep");
  const { page, desk } = rep;
  for (const word of ["One", "Two", "Three"]) await asks(cast, `${word} ${unique}`);
  const sent = { take: 0, escalate: 0 };
  page.on("request", (request) => {
    for (const [, name] of new URL(request.url()).pathname.matchAll(/sequence\.(take|escalate)\b/g)) {
      sent[name === "take" ? "take" : "escalate"] += 1;
    }
  });
  await desk.visit("mine");
  // The button shows that the list has been read.
  await page.getByRole("button", { name: /^Take (the )?next/ }).waitFor();
  await page.keyboard.down("t");
  await desk.thread.waitFor();
  // The key is still down, so the browser repeats its event.
  for (let repeats = 0; repeats < 20; repeats += 1) await page.keyboard.down("t");
  await page.keyboard.up("t");

  await page.keyboard.press("e");
  await expect(page.getByRole("textbox", { name: "Reason" })).toBeFocused();
  await page.keyboard.type(`They called, ${unique}`);
  await Promise.all([page.keyboard.press("ControlOrMeta+Enter"), page.keyboard.press("ControlOrMeta+Enter")]);
  await expect(page.getByRole("dialog", { name: "Escalate to a supervisor" })).toBeHidden();
  await focusIsKept(page);
  expect(sent).toEqual({ take: 1, escalate: 1 });
});

test("typing in a picker replaces the choice, Escape keeps it, and Ctrl+Enter takes the best hit", async ({
  cast,
  unique,
}) => {
  const rep = await onDuty(cast);
  const { page, desk } = rep;
  const { opening } = await asks(cast, `Hub ${unique} restarts`);
  await desk.visit("mine");
  await desk.open(opening);
  const sequenceId = await sequenceIdOf(rep, opening);
  const chip = desk.categoryChip;

  await test.step("the category", async () => {
    await tabTo(page, chip, "back");
    const field = page.getByRole("dialog", { name: "Category" }).getByRole("combobox");
    for (const word of ["install", "no cat"]) {
      await page.keyboard.press("Enter");
      await expect(field).toBeFocused();
      await page.keyboard.type(word);
      await expect(field).toHaveValue(word);
      await page.keyboard.press("Enter");
      await expect(field).toBeHidden();
      await expect(chip).toBeFocused();
    }
    await expect.poll(async () => (await rep.api.sequence.get.query({ sequenceId })).categoryId).toBeNull();
  });

  await test.step("Escape closes the window and keeps the choice", async () => {
    await page.keyboard.press("a");
    const to = page.getByRole("combobox", { name: "To" });
    await expect(to).toBeFocused();
    await page.keyboard.type("Installation");
    await page.keyboard.press("Enter");
    await expect(to).toHaveAttribute("aria-expanded", "false");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "Hand over" })).toBeHidden();
    await focusIsKept(page);
  });

  await test.step("a hand-over without pressing Enter first", async () => {
    await page.keyboard.press("a");
    await expect(page.getByRole("combobox", { name: "To" })).toBeFocused();
    await page.keyboard.type("Installation");
    await page.getByRole("option", { name: "Installation specialists" }).waitFor();
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByText("Handed over to Installation specialists.")).toBeVisible();
    await focusIsKept(page);
  });
});

test("the menus of a reply and of a message return the focus, and F6 goes through the panes past a toast", async ({
  cast,
  unique,
}) => {
  test.slow();
  const { page, desk } = await onDuty(cast);
  const { opening } = await asks(cast, `Camera ${unique} blinks`);
  await desk.visit("mine");
  await desk.open(opening);
  await page.keyboard.press("r");
  await page.keyboard.type(`Tomorrow, ${unique}`);
  await tabTo(page, page.getByRole("button", { name: "Send and set the state" }));
  await page.keyboard.press("Enter");
  await page.getByRole("menu").waitFor();
  await page.keyboard.type("send + p");
  await page.keyboard.press("Enter");
  await desk.stateButton("Pending").waitFor();
  await expect(desk.reply).toBeFocused();

  const seen = new Set<string>();
  for (let presses = 0; presses < 16; presses += 1) {
    await page.keyboard.press("F6");
    seen.add((await focusedIn(page)).split(" ").slice(1).join(" "));
  }
  for (const pane of ["Notifications", "Views", "list", "thread"]) {
    expect([...seen].map((each) => each.toLowerCase())).toContain(pane.toLowerCase());
  }

  const actions = desk.message(`Tomorrow, ${unique}`).getByRole("button", { name: /^Actions for the message / });
  await desk.reply.focus();
  await tabTo(page, actions, "back");
  await page.keyboard.press("Enter");
  await page.getByRole("menu").waitFor();
  await page.keyboard.press("d");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: /delete/i }).waitFor();
  await page.keyboard.press("Escape");
  await expect(actions).toBeFocused();
});

test("a subject that somebody else changes while it is edited is neither reverted nor overwritten", async ({
  cast,
  unique,
}) => {
  const rep = await onDuty(cast);
  const { page, desk, api } = rep;
  const { opening } = await asks(cast, `Camera ${unique} blinks`);
  const sequenceId = await sequenceIdOf(rep, opening);
  await desk.visit("mine");
  await desk.open(opening);
  const subjectNow = async () => (await api.sequence.get.query({ sequenceId })).subject;
  const openSubject = async () => {
    await tabTo(page, page.getByRole("heading", { level: 1 }).getByRole("button"), "back");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: "Subject" })).toBeFocused();
  };

  await openSubject();
  await api.sequence.rename.mutate({ sequenceId, subject: `Theirs ${unique}`, seen: opening });
  await expect(desk.row(`Theirs ${unique}`)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Theirs ${unique}`);

  await openSubject();
  await page.keyboard.press("End");
  await page.keyboard.type("!");
  await api.sequence.rename.mutate({ sequenceId, subject: `Other ${unique}`, seen: `Theirs ${unique}` });
  await expect(desk.row(`Other ${unique}`)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Somebody else changed this to “Other ${unique}” meanwhile.`)).toBeVisible();
  expect(await subjectNow()).toBe(`Other ${unique}`);
  await focusIsKept(page);
});
