import { expect, type Member, test } from "./fixtures";

const NOWHERE = "018f0000-0000-7000-8000-000000000000";

test("another organization's supervisor gets the same page at a request's address as at a random one", async ({
  cast,
  unique,
}) => {
  const opening = `Camera ${unique} is offline`;
  const customer = await cast.customer();
  const rep = await cast.member("rep");
  const stranger = await cast.member("bankSupervisor");
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await rep.desk.visit("mine");
  await customer.widget.visit();
  await customer.widget.openChat();
  await customer.widget.say(opening);
  await rep.desk.open(opening);
  const sequenceId = rep.page.url().split("/").at(-1) ?? "";
  const { interactions } = await rep.api.sequence.get.query({ sequenceId });
  const interactionId = interactions[0]?.id ?? "";

  const real = await whatIsThere(stranger, sequenceId, interactionId);
  const random = await whatIsThere(stranger, NOWHERE, NOWHERE);

  expect(real.request).toContain("This request is not here, or no longer yours to see.");
  expect(real.request).not.toContain(unique);
  expect(real).toEqual(random);
  // The same address shows the request to its own organization.
  await expect(rep.desk.message(opening)).toBeVisible();
});

/** The text of the pages at both addresses, and the answers of the procedures behind them. */
async function whatIsThere({ page, desk, context }: Member, sequenceId: string, interactionId: string) {
  await page.goto(`/q/board/s/${sequenceId}`);
  await desk.live.waitFor();
  const request = await page
    .getByText("This request is not here, or no longer yours to see.")
    .locator("..")
    .textContent();
  await page.goto(`/q/backchannels/b/${interactionId}`);
  await page.getByText("This backchannel is not here, or you no longer take part.").waitFor();
  const ask = async (procedure: string, input: object) => {
    const query = new URLSearchParams({ input: JSON.stringify({ json: input }) });
    const answer = await context.request.get(`/api/trpc/${procedure}?${query}`);
    return { status: answer.status(), body: await answer.text() };
  };
  return {
    request,
    answers: [
      await ask("sequence.get", { sequenceId }),
      await ask("sequence.routing", { sequenceId }),
      await ask("interaction.get", { interactionId }),
      await ask("interaction.messages", { interactionId }),
    ],
  };
}
