import fc from "fast-check";
import { expect, test } from "vitest";
import type { Pov } from "@/domain/pov/pov";
import { abilities } from "./abilities";

const rep: Pov = {
  partyId: "ana",
  organizationId: "org",
  kind: "member",
  groupIds: ["cards", "org"],
  supervisedTeamIds: [],
  memberView: "participants",
};
const supervisor: Pov = { ...rep, partyId: "sue", supervisedTeamIds: ["cards"] };
const stranger: Pov = { ...rep, partyId: "dan", groupIds: ["loans", "org"] };

type Standing = Parameters<typeof abilities>[1];
const withAna: Standing = {
  organizationId: "org",
  teamId: "cards",
  currentPartyIds: new Set(["customer", "ana"]),
  state: "assigned",
  sequenceState: "open",
};
const waiting: Standing = { ...withAna, currentPartyIds: new Set(["customer", "cards"]), state: "queued" };

const NOTHING = {
  see: false,
  reply: false,
  take: false,
  change: false,
  handOver: false,
  escalate: false,
  openBackchannel: false,
  seeRouting: false,
};

test("a member who takes part may work on a request, and has nothing to take", () => {
  expect(abilities(rep, withAna)).toEqual({
    see: true,
    reply: true,
    take: false,
    change: true,
    handOver: true,
    escalate: true,
    openBackchannel: true,
    seeRouting: true,
  });
});

test("a member of another team may not even see it", () => {
  expect(abilities(stranger, withAna)).toEqual(NOTHING);
  expect(abilities(stranger, waiting)).toEqual(NOTHING);
});

test("a colleague sees and may take what waits for the team, but not what somebody has taken", () => {
  const colleague = { ...rep, partyId: "ben" };
  expect(abilities(colleague, waiting)).toMatchObject({ see: true, take: true, reply: false, escalate: false });
  expect(abilities(colleague, withAna)).toEqual(NOTHING);
});

test("any member may take a request that waits without a team", () => {
  const unassigned: Standing = { ...waiting, teamId: null, state: "unassigned", currentPartyIds: new Set(["org"]) };
  expect(abilities(stranger, unassigned)).toMatchObject({ see: true, take: true });
});

test("a supervisor of its team may take it and hand it over, but not answer for somebody else (P5, O8)", () => {
  expect(abilities(supervisor, withAna)).toEqual({
    ...NOTHING,
    see: true,
    take: true,
    change: true,
    handOver: true,
    seeRouting: true,
  });
});

test("nobody may answer, take, hand over or escalate a closed request, but it may be opened again", () => {
  const closed: Standing = { ...withAna, state: "retired", sequenceState: "closed" };
  for (const pov of [rep, supervisor]) {
    expect(abilities(pov, closed)).toMatchObject({ reply: false, take: false, handOver: false, escalate: false });
    expect(abilities(pov, closed)).toMatchObject({ see: true, change: true });
  }
});

const someone = fc.record({
  partyId: fc.constantFrom("ana", "ben", "customer"),
  organizationId: fc.constantFrom("org", "other"),
  kind: fc.constantFrom("member" as const, "external" as const),
  groupIds: fc.subarray(["cards", "loans", "org"]),
  supervisedTeamIds: fc.subarray(["cards", "loans"]),
  memberView: fc.constantFrom(
    "participants" as const,
    "team_customer_facing" as const,
    "organization_customer_facing" as const,
    "everything" as const,
  ),
});
const standing: fc.Arbitrary<Standing> = fc.record({
  organizationId: fc.constant("org"),
  teamId: fc.constantFrom("cards", "loans", null),
  currentPartyIds: fc.subarray(["ana", "ben", "cards", "loans", "org"]).map((ids) => new Set(ids)),
  state: fc.constantFrom("unassigned" as const, "queued" as const, "assigned" as const, "retired" as const),
  sequenceState: fc.constantFrom("open" as const, "pending" as const, "need_info" as const, "closed" as const),
});

/** A point of view has groups and teams in its own organization only. A customer has none. */
const possible = (pov: Pov) =>
  (pov.kind === "member" && pov.organizationId === "org") ||
  (pov.groupIds.length === 0 && pov.supervisedTeamIds.length === 0 && pov.partyId !== "ana" && pov.partyId !== "ben");

test("nobody may do anything with a request that they do not see", () => {
  fc.assert(
    fc.property(someone.filter(possible), standing, (pov, request) => {
      const { see, ...rest } = abilities(pov, request);
      if (!see) expect(Object.values(rest)).not.toContain(true);
    }),
  );
});
