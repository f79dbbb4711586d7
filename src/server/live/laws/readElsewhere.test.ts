import { afterAll, expect, test } from "vitest";
import { customerListening, memberListening } from "@/testing/laws/listening";
import { aCast } from "@/testing/scenes/aCast";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { markRead } from "../../conversation/commands/markRead";
import { postMessage } from "../../conversation/commands/postMessage";
import { postAsCustomer } from "../../customer/commands/postAsCustomer";
import { markCustomerRead } from "../../customer/commands/visitorSigns";
import { takeRequest } from "../../request/commands/takeRequest";

const world = await openTestWorld();
afterAll(() => world.close());

test("messages read in one tab are counted in no other: in the rep's line and the customer's badge", async () => {
  const { deps } = world;
  const cast = await aCast("read-elsewhere", deps);
  const visitor = cast.customers.c1;
  await postAsCustomer(visitor.contactId, { clientId: deps.newId(), body: "hm hello", categoryId: null }, deps);
  const { sequence_id: sequenceId, interaction_id: interactionId } = await deps.db
    .selectFrom("request")
    .select(["sequence_id", "interaction_id"])
    .where("contact_id", "=", visitor.contactId)
    .executeTakeFirstOrThrow();
  const ana = await cast.pov("ana");
  await takeRequest(ana, sequenceId, deps);
  const secondTab = await memberListening(() => cast.pov("ana"), "", deps);
  await secondTab.listen();
  const rowsOf = () =>
    secondTab.heard.flatMap(({ event }) => (event.type === "sequence" ? [event.row.unreadCount] : []));
  expect(rowsOf().at(-1)).toBeGreaterThan(0);
  await markRead(ana, { interactionId, ordinal: 1_000 }, deps);
  await secondTab.listen();
  expect(rowsOf().at(-1)).toBe(0);

  await postMessage(ana, { interactionId, clientId: deps.newId(), body: "Hi", expectedAudience: "customer" }, deps);
  const other = await customerListening(visitor, "", deps);
  await other.listen();
  const counts = () => other.heard.flatMap(({ event }) => (event.type === "status" ? [event.unreadCount] : []));
  expect(counts().at(-1)).toBeGreaterThan(0);
  await markCustomerRead(visitor, deps);
  await other.listen();
  expect(counts().at(-1)).toBe(0);
  const heard = other.heard.length;
  await markCustomerRead(visitor, deps);
  await other.listen();
  expect(other.heard).toHaveLength(heard);
});
