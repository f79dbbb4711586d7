import { afterAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { sequenceView } from "./sequenceView";

const world = await openTestWorld();
const { deps } = world;
afterAll(() => world.close());

test("the page of a request has the customer's card, with what they have spent as a number, and who has the request", async () => {
  const house = await anOrganization(
    {
      slug: "bank",
      teams: { cards: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: { ana: { teams: ["cards"] } },
    },
    deps,
  );
  const { sequenceId, contactId } = await aRequest(house, { body: "My card is lost" }, deps);
  const { pov } = await house.viewer("ana");
  const before = await sequenceView(pov, sequenceId, deps);
  expect(before.customer).toMatchObject({ contactId, accountNumber: null, spendingCents: null, currency: "EUR" });

  await deps.prisma.contact.update({
    where: { party_id: contactId },
    data: {
      account_number: "4711",
      tier: "gold",
      location: "Basel",
      time_zone: "Europe/Zurich",
      spending_cents: 12_345n,
    },
  });
  const { customer, assignedTo } = await sequenceView(pov, sequenceId, deps);
  expect(customer).toEqual({
    ...{ contactId, name: expect.stringMatching(/^Visitor /), accountNumber: "4711", tier: "gold", location: "Basel" },
    ...{ locale: null, timeZone: "Europe/Zurich", spendingCents: 12_345, currency: "EUR" },
  });
  expect(assignedTo).toEqual({ id: house.reps.ana.id, name: "ana of bank" });
});
