import { createFormatter, createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { type HoldWords, holdReason } from "@/client/holds/holdReason";
import type { RoutingStep } from "@/domain/routing/routingDecision";
import { messagesIn } from "@/i18n/messages";
import { isRoutingStep } from "./isRoutingStep";
import { type RoutingWords, routingStepText } from "./routingStepText";

const messages = messagesIn("en");
const format = createFormatter({ locale: "en", timeZone: "UTC" });

const holdWords: HoldWords = {
  t: createTranslator({ locale: "en", messages, namespace: "queue.hold", onError: raise }),
  list: (all) => all.join(", "),
  moment: (atMs) => format.dateTime(new Date(atMs), { timeStyle: "short" }),
};

const words: RoutingWords = {
  t: createTranslator({ locale: "en", messages, namespace: "conversation.routing", onError: raise }),
  availability: createTranslator({ locale: "en", messages, namespace: "states.availability", onError: raise }),
  category: (id) => id,
  team: (id) => id,
  rep: (id) => id ?? "a rep",
  moment: (atMs) => format.dateTime(new Date(atMs), { timeStyle: "short" }),
  span: (spanMs) => `${spanMs / 60_000} min`,
  list: (all) => all.join(", "),
  holdReason: (hold) => holdReason(hold, holdWords),
};

function raise(error: Error): never {
  throw error;
}

const rep = { code: "candidate", repId: "mia", name: "Mia", used: 1, capacity: 4, lastOfferedAtMs: null } as const;

/** One of each step, and of each variant that has words of its own. */
const STEPS: RoutingStep[] = [
  { code: "category_kept", categoryId: "Refunds", source: "customer" },
  { code: "category_kept", categoryId: "Refunds", source: null },
  { code: "category_classified", categoryId: "Refunds", probability: 0.975, because: ["refund", "payout"] },
  { code: "category_classified", categoryId: "Refunds", probability: 0.975, because: [] },
  { code: "category_matched", categoryId: "Refunds", keywords: ["refund", "money back"] },
  { code: "category_missing", unknownCategoryId: null },
  { code: "category_missing", unknownCategoryId: "old" },
  { code: "team_chosen", teamId: "Billing", by: "parent_category" },
  { code: "team_classified", teamId: "Billing", probability: 0.98 },
  { code: "team_missing", unknownTeamId: null },
  { code: "team_missing", unknownTeamId: "old" },
  { code: "hours", teamId: "Billing", isOpen: true, opensAtMs: null },
  { code: "hours", teamId: "Billing", isOpen: false, opensAtMs: null },
  { code: "hours", teamId: "Billing", isOpen: false, opensAtMs: 0 },
  { ...rep, rank: 1, elimination: null },
  { ...rep, rank: null, elimination: { reason: "outside_team" } },
  { ...rep, rank: null, elimination: { reason: "unavailable", availability: "away" } },
  { ...rep, rank: null, elimination: { reason: "declined" } },
  { ...rep, rank: null, elimination: { reason: "lacks_skills", skills: ["Dutch"] } },
  { ...rep, rank: null, elimination: { reason: "at_capacity", used: 4, capacity: 4 } },
  { ...rep, rank: null, elimination: { reason: "above_threshold", used: 4, threshold: 3 } },
  { ...rep, rank: null, elimination: { reason: "on_call_not_needed" } },
  { code: "candidates_omitted", count: 3 },
  { code: "availability", pool: "available", availableCount: 2, onCallCount: 0, candidateCount: 1 },
  { code: "availability", pool: "none", availableCount: 0, onCallCount: 0, candidateCount: 0 },
  { code: "threshold", perRep: 3, aboveCount: 1, isExceeded: false },
  { code: "person_asked", repId: "mia", isCandidate: false },
  { code: "continuity", result: "applied", repId: "mia" },
  { code: "continuity", result: "only_eliminated_answered_before", repId: null },
  { code: "service_tier", serviceTier: "gold", preferredCount: 2 },
  { code: "pace", result: "applied", fastestRepId: "mia", paceMs: 240_000, meanMs: 300_000, scope: "team" },
  { code: "pace", result: "too_few_samples", fastestRepId: null, paceMs: null, meanMs: null, scope: null },
  { code: "strategy", strategy: "round_robin", decidedBy: "round_robin" },
  { code: "expectation", teamQueueLength: 0, pickUp: null, close: null },
  {
    code: "expectation",
    teamQueueLength: 4,
    pickUp: { p50Ms: 60_000, p90Ms: 300_000 },
    close: { p50Ms: 600_000, p90Ms: 1_200_000 },
  },
  { code: "outcome", kind: "assign", reason: null, repId: "mia" },
  { code: "outcome", kind: "team_queue", reason: "at_capacity", repId: null },
  { code: "outcome", kind: "unassigned", reason: "category_without_team", repId: null },
];

test("every step of a decision has its own words, and no placeholder is left in them", () => {
  const texts = STEPS.map((step) => routingStepText(step, words));
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) expect(text).not.toMatch(/[{}]|undefined|null|conversation\./);
  expect(texts).toContain("Mia · load 1 of 4 · at capacity");
  expect(texts).toContain("Category Refunds, 98% sure by the classifier, because of refund, payout.");
});

test("a step of another version is recognised as one that cannot be explained", () => {
  expect(isRoutingStep(STEPS[0])).toBe(true);
  expect(isRoutingStep({ code: "moon_phase" })).toBe(false);
  expect(isRoutingStep("text")).toBe(false);
  expect(isRoutingStep({ code: "toString" })).toBe(false);
});
