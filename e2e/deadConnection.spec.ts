import { openTcpProxy, type TcpProxy } from "@/testing/server/openTcpProxy";
import { BASE_URL } from "./cast/addresses";
import { test as base, expect } from "./fixtures";

/** Beats come every ten seconds. After three missed ones the page counts the connection as dead. */
const HALF_OF_THREE_BEATS_MS = 15_500;

/** All browsers of these stories reach the desk through a proxy that can go dead. The stories' calls go directly. */
const test = base.extend<object, { wire: TcpProxy }>({
  wire: [
    async ({ playwright: _ }, use) => {
      const wire = await openTcpProxy(BASE_URL);
      await use(wire);
      wire.close();
    },
    { scope: "worker" },
  ],
  launchOptions: [
    async ({ launchOptions, wire }, use) => {
      const rule = `MAP ${new URL(BASE_URL).host} ${new URL(wire.url).host}`;
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), `--host-resolver-rules=${rule}`] });
    },
    { scope: "worker" },
  ],
});

test("console and widget report a dead connection within three beats, come back, and have missed nothing", async ({
  cast,
  wire,
  unique,
}) => {
  const opening = `Camera ${unique} went dark`;
  const missed = `Is its light on, ${unique}?`;
  const rep = await cast.member("rep");
  const customer = await cast.customer();
  const clocks = [rep.page.clock, customer.page.clock];
  for (const clock of clocks) await clock.install();
  const pass = async (ms: number) => {
    for (const clock of clocks) await clock.runFor(ms);
  };
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  await rep.desk.visit("mine");
  await customer.widget.visit();
  await customer.widget.openChat();
  await customer.widget.say(opening);
  await rep.desk.open(opening);
  await expect(rep.desk.message(opening)).toBeVisible();
  const [row] = (await rep.api.queue.list.query({ view: "mine", limit: 50 })).rows;
  if (!row) throw new Error("the request is the rep's");
  const { interactions } = await rep.api.sequence.get.query({ sequenceId: row.sequenceId });
  const interactionId = interactions[0]?.id ?? "";

  wire.goDead(true);
  await rep.api.interaction.post.mutate({
    interactionId,
    clientId: crypto.randomUUID(),
    body: missed,
    expectedAudience: "customer",
  });
  await pass(HALF_OF_THREE_BEATS_MS);
  await expect(rep.desk.live).toBeVisible();
  await pass(HALF_OF_THREE_BEATS_MS);
  await expect(rep.desk.live).toBeHidden();
  await expect(rep.page.getByText("Reconnecting").filter({ visible: true }).first()).toBeVisible();
  await expect(customer.widget.frame.getByText("Reconnecting…")).toBeVisible();
  await expect(rep.desk.message(missed)).toHaveCount(0);
  await expect(customer.widget.line(missed)).toHaveCount(0);

  wire.heal();
  await expect(async () => {
    await pass(HALF_OF_THREE_BEATS_MS);
    await expect(rep.desk.live).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(rep.desk.message(missed)).toHaveCount(1);
  await expect(customer.widget.line(missed)).toHaveCount(1);
  await expect(customer.widget.frame.getByText("Reconnecting…")).toBeHidden();
});
