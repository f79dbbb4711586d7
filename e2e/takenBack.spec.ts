import { asks } from "./cast/beginnings";
import { clearDesk } from "./cast/clearDesk";
import { focusIsKept } from "./cast/focus";
import { PEOPLE } from "./cast/people";
import { expect, test } from "./fixtures";

/** What moves a request is undone by one key, as a change of it is, unless something has overtaken it (O8). */

test("a take is undone by one key, on the open request", async ({ cast, unique }) => {
  const { opening } = await asks(cast, `Lamp ${unique} flickers`);
  const { page, desk, api } = await cast.member("rep");
  await desk.visit("mine");
  const waiting = await Promise.all(
    (["team", "unassigned"] as const).map((view) => api.queue.list.query({ view, limit: 100 })),
  );
  const row = waiting.flatMap(({ rows }) => rows).find(({ subject }) => subject === opening);
  await desk.visitRequest(row?.sequenceId ?? "");
  await page.keyboard.press("F6");
  await page.keyboard.press("i");
  await expect(page.getByText("With you", { exact: true })).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText("With you", { exact: true })).toBeHidden();
  await expect(page.getByRole("button", { name: "Take", exact: true }).first()).toBeVisible();
  await focusIsKept(page);
  expect((await api.queue.list.query({ view: "mine", limit: 100 })).rows).toEqual([]);
});

test("a hand-over is undone by one key; once its receiver has answered, it says so and changes nothing", async ({
  cast,
  unique,
}) => {
  test.slow();
  const rep = await cast.member("rep");
  const colleague = await cast.member("specialist");
  await clearDesk(colleague.api);
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  const { opening, widget } = await asks(cast, `Lamp ${unique} hums`);
  await colleague.api.me.setAvailability.mutate({ availability: "available" });
  const { page, desk } = rep;
  await desk.visit("mine");
  await desk.open(opening);
  const handOver = async () => {
    await page.keyboard.press("a");
    const dialog = page.getByRole("dialog", { name: "Hand over" });
    await dialog.getByRole("combobox").fill(PEOPLE.specialist.name);
    await expect(page.getByRole("option", { name: PEOPLE.specialist.name })).toBeEnabled();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByText(`Handed over to ${PEOPLE.specialist.name}.`)).toBeVisible();
    await expect(page.getByText("With you", { exact: true })).toBeHidden();
  };
  await handOver();
  await page.keyboard.press("z");
  await expect(page.getByText("With you", { exact: true })).toBeVisible();
  await expect(page.getByText(`Handed over to ${PEOPLE.specialist.name}.`)).toBeHidden();

  await handOver();
  const { rows } = await colleague.api.queue.list.query({ view: "mine", limit: 100 });
  const sequenceId = rows.find(({ subject }) => subject === opening)?.sequenceId ?? "";
  const { interactions } = await colleague.api.sequence.get.query({ sequenceId });
  await colleague.api.interaction.post.mutate({
    interactionId: interactions[0]?.id ?? "",
    clientId: crypto.randomUUID(),
    body: `A new bulb ${unique}`,
    expectedAudience: "customer",
  });
  await expect(widget.line(`A new bulb ${unique}`)).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText(/It has changed since.*Nothing was undone/).first()).toBeVisible();
  await colleague.api.sequence.setState.mutate({ sequenceId, state: "closed", seen: "open" });
  await colleague.api.me.setAvailability.mutate({ availability: "offline" });
});
