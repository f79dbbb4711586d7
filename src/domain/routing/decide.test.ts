import { expect, test } from "vitest";
import { decide } from "./decide";
import { decidePlace } from "./decidePlace";
import {
  decideExample,
  exampleCategory,
  exampleConfiguration,
  exampleRep,
  exampleRequest,
  exampleSnapshot,
  exampleTeam,
} from "./exampleRouting";
import type { RoutingStrategy, RoutingTeam } from "./routingConfiguration";
import { CANDIDATE_STEPS_MAX, CANDIDATES_MAX, ROUTING_STEPS_MAX, type RoutingDecision } from "./routingDecision";
import type { RoutingRequest } from "./routingRequest";
import type { RoutingRep } from "./routingSnapshot";

/** A decision of the billing team about one request, among these reps. */
function decideAmong(
  reps: readonly RoutingRep[],
  { request = {}, team = {} }: { request?: Partial<RoutingRequest>; team?: Partial<RoutingTeam> } = {},
): RoutingDecision {
  const configuration = exampleConfiguration({ teams: [exampleTeam(team)] });
  return decideExample(exampleRequest(request), configuration, exampleSnapshot(reps));
}

function candidatesOf({ outcome }: RoutingDecision): readonly string[] {
  return outcome.kind === "assign" ? outcome.candidates : [];
}

function stepsOf<Code extends RoutingDecision["steps"][number]["code"]>(decision: RoutingDecision, code: Code) {
  return decision.steps.filter((step) => step.code === code);
}

const queue = (reason: string) => ({ kind: "team_queue", teamId: "billing", reason });
const paced = (averageProcessingMs: number, sampleCount = 50) => ({
  paceByTeamId: { billing: { averageProcessingMs, sampleCount } },
});
const idle = (repId: string, changes: Partial<RoutingRep> = {}) => exampleRep(repId, changes);

test("R6: a keyword finds the category, and with it the team and the SLA policy", () => {
  const decision = decideAmong([idle("mia")]);
  expect(decision).toMatchObject({ categoryId: "refunds", teamId: "billing", slaPolicyId: "gold" });
  expect(decision.steps[0]).toEqual({ code: "category_matched", categoryId: "refunds", keywords: ["refund"] });
  expect(decision.steps[1]).toEqual({ code: "team_chosen", teamId: "billing", by: "category" });
});

const twoTeams = exampleConfiguration({
  categories: [
    exampleCategory(),
    exampleCategory({ id: "loans", keywords: ["loan"], teamId: "credit", slaPolicyId: "silver" }),
    exampleCategory({ id: "payday", keywords: ["payday"], teamId: null, slaPolicyId: null, parentId: "loans" }),
    exampleCategory({ id: "other", keywords: [], teamId: null, slaPolicyId: null }),
  ],
  teams: [exampleTeam(), exampleTeam({ id: "credit" })],
});

const inCredit = idle("carl", { teamIds: ["credit"] });
const inBilling = idle("mia");
const inBoth = idle("zoe", { teamIds: ["billing", "credit"] });

function decideBetweenTeams(request: Partial<RoutingRequest>): RoutingDecision {
  return decideExample(exampleRequest(request), twoTeams, exampleSnapshot([inCredit, inBilling, inBoth]));
}

test("R8: the category that the customer picked wins over the words of the text", () => {
  const decision = decideBetweenTeams({ categoryId: "loans", categorySource: "customer" });
  expect(decision).toMatchObject({ categoryId: "loans", teamId: "credit", slaPolicyId: "silver" });
  expect(decision.steps[0]).toEqual({ code: "category_kept", categoryId: "loans", source: "customer" });
});

test("R7: a category without a team and policy takes its parent's", () => {
  const decision = decideBetweenTeams({ text: "payday" });
  expect(decision).toMatchObject({ categoryId: "payday", teamId: "credit", slaPolicyId: "silver" });
  expect(decision.steps[1]).toEqual({ code: "team_chosen", teamId: "credit", by: "parent_category" });
});

test("R8: a chosen team outranks the category's team, and the category stays", () => {
  const decision = decideBetweenTeams({ teamId: "credit" });
  expect(decision).toMatchObject({ categoryId: "refunds", teamId: "credit", slaPolicyId: "gold" });
  expect(decision.steps[1]).toEqual({ code: "team_chosen", teamId: "credit", by: "request" });
});

test("O1, R8: an asked-for person decides the team, and the category's team wins where the person is in it", () => {
  expect(decideBetweenTeams({ personId: "carl" })).toMatchObject({ teamId: "credit", categoryId: "refunds" });
  expect(decideBetweenTeams({ personId: "zoe", text: "loan" }).teamId).toBe("credit");
  expect(decideBetweenTeams({ personId: "zoe", text: "hello" }).teamId).toBe("billing");
});

test("O1: an asked-for person comes first, the others after", () => {
  expect(candidatesOf(decideBetweenTeams({ personId: "zoe" }))).toEqual(["zoe", "mia"]);
});

test("O1: a request does not wait for an asked-for person who is not there", () => {
  const decision = decideAmong([idle("mia"), idle("zoe", { availability: "away" })], { request: { personId: "zoe" } });
  expect(candidatesOf(decision)).toEqual(["mia"]);
  expect(stepsOf(decision, "person_asked")).toEqual([{ code: "person_asked", repId: "zoe", isCandidate: false }]);
});

test.each<[string, Partial<RoutingRequest>, object]>([
  [
    "nothing is known and nothing was chosen: the customer is asked",
    { text: "hello" },
    { reason: "no_category", askCustomer: true },
  ],
  [
    "the customer chose a category that nobody serves",
    { categoryId: "other", categorySource: "customer" },
    { reason: "category_without_team", askCustomer: false },
  ],
  [
    "a rep chose a category that nobody serves",
    { categoryId: "other", categorySource: "rep" },
    { reason: "category_without_team", askCustomer: false },
  ],
  [
    "a rule chose a category that nobody serves: the customer is asked",
    { categoryId: "other", categorySource: "rule" },
    { reason: "category_without_team", askCustomer: true },
  ],
  ["the chosen team is gone", { text: "hello", teamId: "gone" }, { reason: "team_unknown", askCustomer: false }],
  ["the asked-for person is gone", { text: "hello", personId: "gone" }, { reason: "no_category", askCustomer: false }],
])("R8: unassigned, when %s", (_, request, outcome) => {
  const decision = decideBetweenTeams(request);
  expect(decision.outcome).toEqual({ kind: "unassigned", ...outcome });
  expect(decision).toMatchObject({ teamId: null, teamQueueLength: null, expectedPickUpMs: null });
});

test("R8: a chosen team that is gone gives way to the category's", () => {
  expect(decideBetweenTeams({ teamId: "gone" }).teamId).toBe("billing");
});

test("R7: categories that are each other's parents lead to no team", () => {
  const circle = exampleConfiguration({
    categories: [
      exampleCategory({ id: "a", teamId: null, slaPolicyId: null, parentId: "b" }),
      exampleCategory({ id: "b", teamId: null, slaPolicyId: null, parentId: "a" }),
    ],
  });
  const decision = decideExample(exampleRequest({ categoryId: "a" }), circle, exampleSnapshot([]));
  expect(decision.outcome).toMatchObject({ kind: "unassigned", reason: "category_without_team" });
});

test("the decided place stands, no matter which other teams the reps are in", () => {
  const request = exampleRequest({ personId: "zoe" });
  const place = decidePlace(request, twoTeams, ["credit"]);
  const decision = decide(request, place, twoTeams, exampleSnapshot([inCredit]));
  expect(decision).toMatchObject({ categoryId: "refunds", teamId: "credit" });
  expect(decision.steps.slice(0, 2)).toEqual([place.category.step, place.team.step]);
  expect(candidatesOf(decision)).toEqual(["carl"]);
});

test("R9: a follow-up that a rep categorised is routed in the same way", () => {
  const decision = decideBetweenTeams({ text: "", categoryId: "loans", categorySource: "rep" });
  expect(candidatesOf(decision)).toEqual(["carl", "zoe"]);
});

test("R2: a request of a closed team waits in its queue, and the steps name the next opening", () => {
  const hours = { billing: { isOpen: false, opensAtMs: 5_000 } };
  const decision = decideExample(
    exampleRequest(),
    exampleConfiguration(),
    exampleSnapshot([idle("mia")], { teamHours: hours }),
  );
  expect(decision.outcome).toEqual(queue("closed"));
  expect(stepsOf(decision, "hours")).toEqual([{ code: "hours", teamId: "billing", isOpen: false, opensAtMs: 5_000 }]);
});

test("R7: the decision has the usual waits and the queue length of the category", () => {
  const samples = Array.from({ length: 20 }, (_, index) => (index + 1) * 1_000);
  const decision = decideExample(
    exampleRequest(),
    exampleConfiguration(),
    exampleSnapshot([idle("mia")], {
      teamQueueLengths: { billing: { total: 9, byCategoryId: { refunds: 3 } } },
      recentPickUpMs: { billing: samples },
      recentCloseMs: { billing: samples },
    }),
  );
  expect(decision).toMatchObject({ expectedPickUpMs: 10_000, expectedCloseMs: 10_000, teamQueueLength: 3 });
});

test.each<[string, Partial<RoutingRep>, string]>([
  ["offline", { availability: "offline" }, "no_rep_available"],
  ["away", { availability: "away" }, "no_rep_available"],
  ["busy", { availability: "busy" }, "no_rep_available"],
  ["at capacity", { used: 4 }, "at_capacity"],
  ["without capacity", { capacity: 0 }, "at_capacity"],
  ["of another team", { teamIds: ["credit"] }, "nobody_in_team"],
])("R10: a request waits in the team's queue while the only rep is %s", (_, changes, reason) => {
  expect(decideAmong([idle("mia", changes)]).outcome).toEqual(queue(reason));
});

test("R10: a rep who declined the request or lacks a skill does not get it, and the steps say so", () => {
  const reps = [idle("kim"), idle("lee", { skills: ["french"] }), idle("mia", { skills: ["french", "loans"] })];
  const decision = decideAmong(reps, { request: { excludedRepIds: ["kim"], requiredSkills: ["french", "loans"] } });
  expect(candidatesOf(decision)).toEqual(["mia"]);
  expect(stepsOf(decision, "candidate")).toMatchObject([
    { repId: "mia", rank: 1, elimination: null },
    { repId: "lee", rank: null, elimination: { reason: "lacks_skills", skills: ["loans"] } },
    { repId: "kim", rank: null, elimination: { reason: "declined" } },
  ]);
});

test("R10: a request needs as much room as it weighs", () => {
  const reps = [idle("mia", { used: 2 }), idle("sam", { used: 3 })];
  expect(candidatesOf(decideAmong(reps, { request: { weight: 2 } }))).toEqual(["mia"]);
  expect(decideAmong(reps, { request: { weight: Number.NaN } }).outcome).toEqual(queue("at_capacity"));
});

test("R10: a rep on call is not asked while somebody on duty has room", () => {
  const decision = decideAmong([idle("mia", { used: 3 }), idle("oli", { availability: "on_call" })]);
  expect(candidatesOf(decision)).toEqual(["mia"]);
  expect(stepsOf(decision, "availability")).toMatchObject([{ pool: "available", availableCount: 1, onCallCount: 1 }]);
});

test("R10: a rep on call is asked when nobody on duty has room", () => {
  const decision = decideAmong([idle("mia", { used: 4 }), idle("oli", { availability: "on_call" })]);
  expect(candidatesOf(decision)).toEqual(["oli"]);
  expect(stepsOf(decision, "availability")).toMatchObject([{ pool: "on_call", candidateCount: 1 }]);
});

test("R10: reps with the skills of a service tier come first, but others remain candidates", () => {
  const team = { preferredSkillsByTier: { gold: ["vip"] } };
  const reps = [idle("mia"), idle("vic", { skills: ["vip"], used: 3 })];
  expect(candidatesOf(decideAmong(reps, { team, request: { serviceTier: "gold" } }))).toEqual(["vic", "mia"]);
  expect(candidatesOf(decideAmong(reps, { team, request: { serviceTier: "basic" } }))).toEqual(["mia", "vic"]);
  expect(candidatesOf(decideAmong(reps, { team, request: { serviceTier: "constructor" } }))).toEqual(["mia", "vic"]);
  expect(candidatesOf(decideAmong([idle("mia")], { team, request: { serviceTier: "gold" } }))).toEqual(["mia"]);
});

test.each<[RoutingStrategy, readonly string[]]>([
  ["round_robin", ["new", "old", "big", "late"]],
  ["smallest_queue", ["late", "new", "old", "big"]],
  ["most_spare_capacity", ["big", "late", "new", "old"]],
])("R10: the strategy %s ranks the reps as %j", (strategy, order) => {
  const reps = [
    idle("old", { used: 1, lastOfferedAtMs: 10 }),
    idle("late", { used: 0, lastOfferedAtMs: 30 }),
    idle("big", { used: 5, capacity: 10, lastOfferedAtMs: 20 }),
    idle("new", { used: 1, lastOfferedAtMs: null }),
  ];
  expect(candidatesOf(decideAmong(reps, { team: { strategy } }))).toEqual(order);
});

test("R11: if every queue would exceed the team's threshold, the request waits in the team's queue", () => {
  const decision = decideAmong([idle("mia", { used: 2 }), idle("sam", { used: 3 })], {
    team: { queueThresholdPerRep: 2 },
  });
  expect(decision.outcome).toEqual(queue("above_threshold"));
  expect(stepsOf(decision, "threshold")).toEqual([{ code: "threshold", perRep: 2, aboveCount: 2, isExceeded: true }]);
});

test("R11: a rep below the threshold gets it, even if one above it knows the customer", () => {
  const reps = [idle("mia", { used: 1 }), idle("sam", { used: 2, hasAnsweredContact: true })];
  const decision = decideAmong(reps, { team: { queueThresholdPerRep: 2 } });
  expect(candidatesOf(decision)).toEqual(["mia"]);
  expect(stepsOf(decision, "continuity")).toMatchObject([{ result: "only_eliminated_answered_before", repId: "sam" }]);
});

test("R11: a threshold of 0 leaves everything in the team's queue", () => {
  expect(decideAmong([idle("mia")], { team: { queueThresholdPerRep: 0 } }).outcome).toEqual(queue("above_threshold"));
});

test("R12: a rep who answered this customer before gets it, the latest first, even if others are faster or idle", () => {
  const reps = [
    idle("fast", paced(1)),
    idle("first", { used: 3, hasAnsweredContact: true, lastAnsweredContactAtMs: 1, ...paced(9_000) }),
    idle("last", { used: 3, hasAnsweredContact: true, lastAnsweredContactAtMs: 2, ...paced(9_000) }),
  ];
  const decision = decideAmong(reps);
  expect(candidatesOf(decision)).toEqual(["last", "first", "fast"]);
  expect(stepsOf(decision, "continuity")).toEqual([{ code: "continuity", result: "applied", repId: "last" }]);
  expect(stepsOf(decision, "strategy")).toMatchObject([{ decidedBy: "continuity" }]);
});

test.each<Partial<RoutingRep>>([{ availability: "offline" }, { used: 4 }, { availability: "on_call" }])(
  "R12: who answered before does not get it while %j",
  (changes) => {
    const decision = decideAmong([idle("knows", { ...changes, hasAnsweredContact: true }), idle("mia")]);
    expect(candidatesOf(decision)).toEqual(["mia"]);
  },
);

test("R12: continuity applies only if the team allows it, and then with every strategy", () => {
  const reps = [idle("knows", { used: 3, lastOfferedAtMs: 9, hasAnsweredContact: true }), idle("mia")];
  const first = (team: Partial<RoutingTeam>) => candidatesOf(decideAmong(reps, { team }))[0];
  for (const strategy of ["continuity_pace_load", "round_robin", "smallest_queue", "most_spare_capacity"] as const) {
    expect(first({ strategy })).toBe("knows");
    expect(first({ strategy, allowsContinuity: false })).toBe("mia");
  }
});

test("R13: the rep with the lowest average processing time gets it, even if others have smaller queues", () => {
  const decision = decideAmong([idle("slow", paced(9_000)), idle("fast", { used: 1, ...paced(1_000) })]);
  expect(candidatesOf(decision)).toEqual(["fast", "slow"]);
  expect(stepsOf(decision, "pace")).toMatchObject([{ result: "applied", fastestRepId: "fast", scope: "team" }]);
  expect(stepsOf(decision, "strategy")).toMatchObject([{ decidedBy: "pace" }]);
});

test("R13: the pace in the request's category outranks the pace in the team", () => {
  const category = (averageProcessingMs: number) => ({
    paceByCategoryId: { refunds: { averageProcessingMs, sampleCount: 50 } },
  });
  const reps = [idle("a", { ...paced(1_000), ...category(9_000) }), idle("b", { ...paced(9_000), ...category(1_000) })];
  const decision = decideAmong(reps);
  expect(candidatesOf(decision)).toEqual(["b", "a"]);
  expect(stepsOf(decision, "pace")).toMatchObject([{ scope: "category" }]);
});

test("R13: one quick request does not make a rep the fastest", () => {
  const reps = [
    idle("lucky", paced(1, 1)),
    idle("steady", { used: 1, ...paced(5_000, 100) }),
    idle("slow", paced(9_000, 100)),
  ];
  expect(candidatesOf(decideAmong(reps))[0]).toBe("steady");
});

test("R13: with too few samples or no difference the smallest queue decides", () => {
  const few = decideAmong([idle("a", { used: 1, ...paced(1, 2) }), idle("b", paced(9_000, 2))]);
  expect(candidatesOf(few)).toEqual(["b", "a"]);
  expect(stepsOf(few, "pace")).toMatchObject([{ result: "too_few_samples" }]);

  const same = decideAmong([idle("a", { used: 1, ...paced(5_000) }), idle("b", paced(5_000))]);
  expect(candidatesOf(same)).toEqual(["b", "a"]);
  expect(stepsOf(same, "pace")).toMatchObject([{ result: "no_difference" }]);
});

test("R14: while the fastest rep is loaded, the smallest queue gets it", () => {
  const decision = decideAmong([
    idle("fast", { used: 2, ...paced(1_000) }),
    idle("slow", { used: 1, ...paced(9_000) }),
  ]);
  expect(candidatesOf(decision)).toEqual(["slow", "fast"]);
  expect(stepsOf(decision, "pace")).toMatchObject([{ result: "fastest_is_loaded", fastestRepId: "fast" }]);
  expect(stepsOf(decision, "strategy")).toMatchObject([{ decidedBy: "smallest_queue" }]);
});

test("R14: the smallest queue is the smallest share of capacity, then the longest time without an offer", () => {
  const reps = [
    idle("half", { used: 2, capacity: 4 }),
    idle("recent", { used: 2, capacity: 8, lastOfferedAtMs: 20 }),
    idle("earlier", { used: 1, capacity: 4, lastOfferedAtMs: 10 }),
    idle("never", { used: 1, capacity: 4, lastOfferedAtMs: null }),
  ];
  expect(candidatesOf(decideAmong(reps))).toEqual(["never", "earlier", "recent", "half"]);
});

test("R16: an escalation goes to a supervisor of the team, or waits for one", () => {
  const boss = idle("boss", { teamIds: [], supervisedTeamIds: ["billing"] });
  const request = { requiredRole: "supervisor" } as const;
  expect(candidatesOf(decideAmong([idle("mia"), boss], { request }))).toEqual(["boss"]);
  expect(decideAmong([idle("mia"), { ...boss, availability: "away" }], { request }).outcome).toEqual(
    queue("no_rep_available"),
  );
  expect(candidatesOf(decideAmong([idle("mia"), boss]))).toEqual(["mia"]);
});

test("R16: a specialist is found by skill", () => {
  const reps = [idle("mia"), idle("spec", { used: 3, skills: ["fraud"] })];
  expect(candidatesOf(decideAmong(reps, { request: { requiredSkills: ["fraud"] } }))).toEqual(["spec"]);
});

test("R21: the steps for a large team stay bounded and count the reps that they leave out", () => {
  const reps = Array.from({ length: 300 }, (_, index) => idle(`rep-${index}`, { used: index % 5, ...paced(index) }));
  const decision = decideAmong(reps, {
    request: { personId: "rep-1", serviceTier: "gold" },
    team: { queueThresholdPerRep: 3, preferredSkillsByTier: { gold: ["vip"] } },
  });
  expect(stepsOf(decision, "candidate")).toHaveLength(CANDIDATE_STEPS_MAX);
  expect(stepsOf(decision, "candidates_omitted")).toEqual([{ code: "candidates_omitted", count: 260 }]);
  expect(decision.steps.length).toBeLessThanOrEqual(ROUTING_STEPS_MAX);
  expect(candidatesOf(decision)).toHaveLength(CANDIDATES_MAX);
});

test("R21: the steps explain the whole decision in order", () => {
  const decision = decideAmong([idle("mia"), idle("tom", { used: 4 })], { team: { queueThresholdPerRep: 3 } });
  expect(decision.steps.map(({ code }) => code)).toEqual([
    "category_matched",
    "team_chosen",
    "hours",
    "candidate",
    "candidate",
    "availability",
    "threshold",
    "continuity",
    "pace",
    "strategy",
    "expectation",
    "outcome",
  ]);
  expect(decision.steps.at(-1)).toEqual({ code: "outcome", kind: "assign", reason: null, repId: "mia" });
});
