import { expect, test } from "vitest";
import type { InteractionView } from "@/contract/views/conversationViews";
import { channelsOf } from "./useChannels";

const interaction = (id: string, change: Partial<InteractionView> = {}): InteractionView => ({
  id,
  sequenceId: "s",
  parentId: null,
  audience: "customer",
  name: null,
  startedAt: new Date(0),
  endedAt: null,
  participants: [],
  viewer: "taking_part",
  mayEnd: false,
  unreadCount: 0,
  lastReadOrdinal: 0,
  ...change,
});

test("replies go to the interaction with the customer that has not ended, and never into a backchannel", () => {
  const interactions = [
    interaction("first"),
    interaction("second", { endedAt: new Date(1) }),
    interaction("payments", { audience: "internal", parentId: "first" }),
  ];
  const { customer, backchannels } = channelsOf({ interactions });
  expect(customer?.id).toBe("first");
  expect(backchannels.map(({ id }) => id)).toEqual(["payments"]);
});

test("a viewer who sees only backchannels has no interaction with the customer", () => {
  expect(channelsOf({ interactions: [interaction("payments", { audience: "internal" })] }).customer).toBeNull();
});
