import fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "./decide";
import {
  exampleCategory,
  exampleConfiguration,
  exampleRep,
  exampleRequest,
  exampleSnapshot,
  exampleTeam,
} from "./exampleRouting";
import type { RoutingConfiguration } from "./routingConfiguration";
import { CANDIDATES_MAX, ROUTING_STEPS_MAX, type RoutingDecision } from "./routingDecision";
import type { RoutingRequest } from "./routingRequest";
import type { RoutingRep, RoutingSnapshot } from "./routingSnapshot";

type Situation = { request: RoutingRequest; configuration: RoutingConfiguration; snapshot: RoutingSnapshot };

const teamIds = ["billing", "credit"];
const skills = fc.subarray(["french", "vip"]);
const pace = fc.record({ averageProcessingMs: fc.integer({ min: 1, max: 5 }), sampleCount: fc.nat(20) });

const repFacts = fc.record({
  teamIds: fc.subarray(teamIds),
  supervisedTeamIds: fc.subarray(teamIds),
  availability: fc.constantFrom("available", "available", "available", "on_call", "busy", "away", "offline"),
  used: fc.nat(4),
  capacity: fc.integer({ min: 0, max: 4 }),
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
    requiredSkills: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: skills }),
    excludedRepIds: fc.array(repId, { maxLength: 2 }),
    role: fc.constantFrom("any", "any", "any", "supervisor"),
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

const hours = fc.constantFrom(
  { isOpen: true, opensAtMs: null },
  { isOpen: true, opensAtMs: null },
  { isOpen: false, opensAtMs: 9 },
);

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
  return decide(request, configuration, { ...snapshot, reps: changedReps });
}

function candidatesOf({ outcome }: RoutingDecision): readonly string[] {
  return outcome.kind === "assign" ? outcome.candidates : [];
}

/** Who may get a request of a team, written a second time and without the code under test. */
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

/** Same arguments, same decision; neither the order of reps nor an earlier decision plays a part. */
test("a decision depends on its arguments alone, not on the order of the reps", () => {
  check((each) => {
    const decision = decideIn(each);
    expect(decideIn(each)).toEqual(decision);
    expect(decideIn(each, [...each.snapshot.reps].reverse())).toEqual(decision);
    expect(decideIn(structuredClone(each))).toEqual(decision);
  });
});

/** Only who may get it is offered, and everybody who may, once; on-call reps only when nobody on duty may. */
test("exactly those are offered who are present, in the team, willing, able and have room", () => {
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

/** What cannot be chosen has no influence on what is. */
test("one more rep who may not get it changes nothing of the outcome", () => {
  const laws = fc.property(situation, repFacts, fc.nat(4), (each, facts, kind) => {
    const { teamId, outcome } = decideIn(each);
    const newcomer = ineligible(exampleRep("rep-newcomer", facts), kind);
    const decision = decide(
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

/** More load never brings a rep forward. */
test("a rep made busier is never preferred more", () => {
  const laws = fc.property(situation, fc.nat(6), fc.integer({ min: 1, max: 3 }), (each, index, extra) => {
    const busier = each.snapshot.reps.map((rep, place) => (place === index ? { ...rep, used: rep.used + extra } : rep));
    const placeIn = (candidates: readonly string[]) => {
      const place = candidates.indexOf(`rep-${index}`);
      return place < 0 ? CANDIDATES_MAX : place;
    };
    expect(placeIn(candidatesOf(decideIn(each, busier)))).toBeGreaterThanOrEqual(placeIn(candidatesOf(decideIn(each))));
  });
  fc.assert(laws, { numRuns: 2_000, seed: 9_497_150 });
});

/** A trace is complete and bounded. */
test("the steps end with the outcome, hold one only, and stay within their bound", () => {
  check((each) => {
    const { steps, outcome } = decideIn(each);
    expect(steps.at(-1)).toMatchObject({ code: "outcome", kind: outcome.kind });
    expect(steps.filter(({ code }) => code === "outcome")).toHaveLength(1);
    expect(steps.length).toBeLessThanOrEqual(ROUTING_STEPS_MAX);
  });
});

/** Nobody is given work outside business hours. */
test("an assigned request's team is open", () => {
  check((each) => {
    const { outcome } = decideIn(each);
    if (outcome.kind === "assign") expect(each.snapshot.teamHours[outcome.teamId]?.isOpen).not.toBe(false);
  });
});
