import fc from "fast-check";
import { expect, test } from "vitest";
import type { Pov } from "./pov";
import { type MessageStanding, seenRevision } from "./visibility";
import { whySeen } from "./whySeen";

const IDS = ["ana", "bo", "cards", "loans", "house"];
const someIds = fc.subarray(IDS);

const povs: fc.Arbitrary<Pov> = fc.record({
  partyId: fc.constantFrom("ana", "bo"),
  organizationId: fc.constantFrom("here", "there"),
  kind: fc.constantFrom("member", "external"),
  groupIds: fc.subarray(["cards", "loans", "house"]),
  supervisedTeamIds: fc.subarray(["cards", "loans"]),
  memberView: fc.constantFrom("participants", "team_customer_facing", "organization_customer_facing", "everything"),
});
const standings: fc.Arbitrary<MessageStanding> = fc.record({
  organizationId: fc.constant("here"),
  revisionInList: fc
    .array(fc.tuple(fc.constantFrom(...IDS), fc.integer({ min: 1, max: 3 })))
    .map((entries) => new Map(entries)),
  currentPartyIds: someIds.map((ids) => new Set(ids)),
  audience: fc.constantFrom("customer", "internal"),
  teamId: fc.constantFrom("cards", "loans", null),
  revision: fc.constant(3),
  isDeleted: fc.boolean(),
});

test("the reason agrees with the rule, and names the list that the rule used", () => {
  return fc.assert(
    fc.property(povs, standings, (pov, message) => {
      const { revision, because } = whySeen(pov, message);
      expect(revision).toBe(seenRevision(pov, message));
      expect(revision === null).toBe(["groups_left", "not_listed", "deleted"].includes(because.by));
      if (because.by === "own_list") expect(message.revisionInList.get(pov.partyId)).toBe(revision);
      if (because.by === "group_list") {
        expect(message.currentPartyIds.has(because.groupId)).toBe(true);
        expect(message.revisionInList.get(because.groupId)).toBe(revision);
      }
    }),
    { numRuns: 2_000 },
  );
});
