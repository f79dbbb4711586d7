import fc from "fast-check";
import { expect, test } from "vitest";
import {
  decideExample,
  exampleCategory,
  exampleConfiguration,
  exampleRep,
  exampleRequest,
  exampleSnapshot,
  exampleTeam,
} from "./exampleRouting";
import type { RoutingConfiguration } from "./routingConfiguration";
import { ROUTING_STEPS_MAX, type RoutingDecision } from "./routingDecision";
import type { RoutingRequest } from "./routingRequest";
import type { RoutingRep, RoutingSnapshot } from "./routingSnapshot";

type Situation = { request: RoutingRequest; configuration: RoutingConfiguration; snapshot: RoutingSnapshot };

const teamIds = ["billing", "credit"];

/** Gives the usual value four times in five, so that most situations have several candidates. */
function mostly<const Usual, const Rare>(usual: Usual, rare: fc.Arbitrary<Rare>): fc.Arbitrary<Usual | Rare> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rare });
}

const skills = fc.subarray(["french", "vip"]);
const pace = fc.record({ averageProcessingMs: fc.integer({ min: 1, max: 5 }), sampleCount: fc.nat(20) });

const repFacts = fc.record({
  teamIds: mostly(teamIds, fc.subarray(teamIds)),
  supervisedTeamIds: fc.subarray(teamIds),
  availability: mostly("available", fc.constantFrom("on_call", "busy", "away", "offline")),
  used: fc.nat(4),
  capacity: fc.constantFrom(0, 2, 4, 6, 8),
  lastOfferedAtMs: fc.option(fc.nat(3)),
  paceByTeamId: fc.dictionary(fc.constantFrom(...teamIds), pace),
  paceByCategoryId: fc.dictionary(fc.constantFrom("refunds", "loans"), pace),
  skills,
  hasAnsweredContact: fc.boolean(),
  lastAnsweredContactAtMs: fc.option(fc.nat(3)),
});

const reps = fc
  .array(repFacts, { minLength: 1, maxLength: 7 })
  .map((facts) => facts.map((each, index) => exampleRep(`rep-${index}`, each)));

const repId = fc.nat(7).map((index) => `rep-${index}`);

const request = fc
  .record({
    categoryId: fc.constantFrom(null, "refunds", "loans", "gone"),
    teamId: fc.constantFrom(null, null, "billing", "credit", "gone"),
    personId: fc.option(repId),
    text: fc.constantFrom("refund", "loan", "hello"),
    weight: fc.constantFrom(1, 1, 2, 0.5),
    serviceTier: fc.constantFrom(null, "gold"),
    requiredSkills: mostly([], skills),
    excludedRepIds: mostly([], fc.array(repId, { maxLength: 2 })),
    role: mostly("any", fc.constant("supervisor")),
  })
  .map(({ role, ...facts }) =>
    exampleRequest({ ...facts, ...(role === "supervisor" ? { requiredRole: "supervisor" as const } : {}) }),
  );

const team = fc.record({
  queueThresholdPerRep: fc.constantFrom(null, null, 1, 2, 3),
  strategy: fc.constantFrom("continuity_pace_load", "round_robin", "smallest_queue", "most_spare_capacity"),
  allowsContinuity: fc.boolean(),
  preferredSkillsByTier: fc.constantFrom({}, { gold: ["vip"] }),
});

const hours = mostly({ isOpen: true, opensAtMs: null }, fc.constant({ isOpen: false, opensAtMs: 9 }));

const situation: fc.Arbitrary<Situation> = fc
  .record({ request, reps, billing: team, credit: team, teamHours: fc.dictionary(fc.constantFrom(...teamIds), hours) })
  .map((facts) => ({
    request: facts.request,
    configuration: exampleConfiguration({
      categories: [exampleCategory(), exampleCategory({ id: "loans", teamId: "credit", keywords: ["loan"] })],
      teams: [exampleTeam(facts.billing), exampleTeam({ ...facts.credit, id: "credit" })],
    }),
    snapshot: exampleSnapshot(facts.reps, { teamHours: facts.teamHours }),
  }));

function decideIn({ request, configuration, snapshot }: Situation, changedReps = snapshot.reps): RoutingDecision {
  return decideExample(request, configuration, { ...snapshot, reps: changedReps });
}

function candidatesOf({ outcome }: RoutingDecision): readonly string[] {
  return outcome.kind === "assign" ? outcome.candidates : [];
}

/** Decides independently of the code under test who may get a request of a team. */
function mayGet(rep: RoutingRep, { request, configuration }: Situation, teamId: string): boolean {
  const threshold =
    configuration.teams.find(({ id }) => id === teamId)?.queueThresholdPerRep ?? Number.POSITIVE_INFINITY;
  const teams = request.requiredRole === "supervisor" ? rep.supervisedTeamIds : rep.teamIds;
  return (
    teams?.includes(teamId) === true &&
    ["available", "on_call"].includes(rep.availability) &&
    !request.excludedRepIds.includes(rep.repId) &&
    request.requiredSkills.every((skill) => rep.skills.includes(skill)) &&
    rep.used + request.weight <= Math.min(rep.capacity, threshold)
  );
}

const check = (law: (situation: Situation) => void) =>
  fc.assert(fc.property(situation, law), { numRuns: 1_000, seed: 9_497_150 });

test("the same arguments give the same decision, and the order of the reps makes no difference", () => {
  check((each) => {
    const decision = decideIn(each);
    expect(decideIn(each)).toEqual(decision);
    expect(decideIn(each, [...each.snapshot.reps].reverse())).toEqual(decision);
    expect(decideIn(structuredClone(each))).toEqual(decision);
  });
});

test("the candidates are exactly the reps who are present, in the team, willing, able and have room", () => {
  check((each) => {
    const { outcome, teamId } = decideIn(each);
    if (outcome.kind === "unassigned" || teamId === null) return;
    if (outcome.kind === "team_queue" && outcome.reason === "closed") return;

    const able = each.snapshot.reps.filter((rep) => mayGet(rep, each, teamId));
    const onDuty = able.filter(({ availability }) => availability === "available");
    const expected = (onDuty.length > 0 ? onDuty : able).map((rep) => rep.repId);
    expect([...(outcome.kind === "assign" ? outcome.candidates : [])].sort()).toEqual(expected.sort());
  });
});

test("another rep who may not get the request does not change the outcome", () => {
  const laws = fc.property(situation, repFacts, fc.nat(4), (each, facts, kind) => {
    const { teamId, outcome } = decideIn(each);
    const newcomer = ineligible(exampleRep("rep-newcomer", facts), kind);
    const decision = decideExample(
      {
        ...each.request,
        excludedRepIds: kind === 4 ? [...each.request.excludedRepIds, newcomer.repId] : each.request.excludedRepIds,
      },
      each.configuration,
      { ...each.snapshot, reps: [newcomer, ...each.snapshot.reps] },
    );
    expect(decision.teamId).toBe(teamId);
    expect(decision.outcome.kind).toBe(outcome.kind);
    expect(candidatesOf(decision)).toEqual(candidatesOf({ ...decision, outcome }));
  });
  fc.assert(laws, { numRuns: 1_000, seed: 9_497_150 });
});

function ineligible(rep: RoutingRep, kind: number): RoutingRep {
  if (kind === 0) return { ...rep, availability: "offline" };
  if (kind === 1) return { ...rep, teamIds: [], supervisedTeamIds: [] };
  if (kind === 2) return { ...rep, used: rep.capacity };
  return kind === 3 ? { ...rep, availability: "away" } : rep;
}

test("more load never moves a rep forward among the candidates", () => {
  const law = fc.property(situation, fc.nat(6), fc.constantFrom(0.5, 1, 2), (each, index, extra) => {
    const crowd = each.snapshot.reps.map((rep) => ({ ...rep, ...atWork, capacity: rep.capacity + 2 }));
    const calm = { ...each, request: { ...each.request, ...undemanding } };
    const before = candidatesOf(decideIn(calm, crowd));
    const repId = before[index % before.length];
    const after = candidatesOf(
      decideIn(
        calm,
        crowd.map((rep) => (rep.repId === repId ? { ...rep, used: rep.used + extra } : rep)),
      ),
    );
    const place = repId === undefined ? -1 : after.indexOf(repId);
    expect(place === -1 || repId === undefined || place >= before.indexOf(repId)).toBe(true);
  });
  fc.assert(law, { numRuns: 2_000, seed: 9_497_150 });
});

const atWork = { teamIds: ["billing", "credit"], availability: "available" } as const;
const undemanding = { categoryId: "refunds", teamId: null, requiredSkills: [], excludedRepIds: [] } as const;

test("the steps end with the only outcome, and stay within their bound", () => {
  check((each) => {
    const { steps, outcome } = decideIn(each);
    expect(steps.at(-1)).toMatchObject({ code: "outcome", kind: outcome.kind });
    expect(steps.filter(({ code }) => code === "outcome")).toHaveLength(1);
    expect(steps.length).toBeLessThanOrEqual(ROUTING_STEPS_MAX);
  });
});

test("a request is assigned only while its team is open", () => {
  check((each) => {
    const { outcome } = decideIn(each);
    if (outcome.kind === "assign") expect(each.snapshot.teamHours[outcome.teamId]?.isOpen).not.toBe(false);
  });
});
