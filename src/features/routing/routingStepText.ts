import type { useTranslations } from "next-intl";
import type { RepElimination } from "@/domain/routing/rep/eliminationOf";
import type { CandidateStep, PaceStep, QueueHold, RoutingStep } from "@/domain/routing/routingDecision";

type StepOf<Code extends RoutingStep["code"]> = Extract<RoutingStep, { code: Code }>;

/** What the text of a step needs beside the step: words, names for ids, and a format for times. */
export type RoutingWords = {
  t: ReturnType<typeof useTranslations<"conversation.routing">>;
  availability: ReturnType<typeof useTranslations<"states.availability">>;
  category: (id: string) => string;
  team: (id: string) => string;
  rep: (id: string | null) => string;
  moment: (atMs: number) => string;
  span: (spanMs: number) => string;
  list: (words: readonly string[]) => string;
  holdReason: (hold: QueueHold) => string;
};

/** The text of one step of a routing decision in the viewer's language (R21). */
export function routingStepText(step: RoutingStep, words: RoutingWords): string {
  const { t, category, team, rep } = words;
  switch (step.code) {
    case "category_kept":
      return t("category_kept", { category: category(step.categoryId), source: step.source ?? "none" });
    case "category_classified":
      return categoryClassifiedText(step, words);
    case "category_matched":
      return t("category_matched", { category: category(step.categoryId), keywords: words.list(step.keywords) });
    case "category_missing":
      return t(step.unknownCategoryId === null ? "category_missing" : "category_unknown");
    case "team_chosen":
      return t("team_chosen", { team: team(step.teamId), by: step.by });
    case "team_classified":
      return t("team_classified", { team: team(step.teamId), probability: step.probability });
    case "team_missing":
      return t(step.unknownTeamId === null ? "team_missing" : "team_unknown");
    case "hours":
      return hoursText(step, words);
    case "candidate":
      return candidateText(step, words);
    case "candidates_omitted":
      return t("candidates_omitted", { count: step.count });
    case "availability":
      return t("availability", { ...step });
    case "threshold":
      return t("threshold", { ...step, isExceeded: step.isExceeded ? "yes" : "no" });
    case "person_asked":
      return t("person_asked", { name: rep(step.repId), isCandidate: step.isCandidate ? "yes" : "no" });
    default:
      return rankingText(step, words);
  }
}

function categoryClassifiedText(
  { categoryId, probability, because }: StepOf<"category_classified">,
  { t, category, list }: RoutingWords,
): string {
  const facts = { category: category(categoryId), probability };
  return because.length === 0
    ? t("category_classified", facts)
    : t("category_classifiedBecause", { ...facts, words: list(because) });
}

type RankingStep = StepOf<"continuity" | "service_tier" | "pace" | "strategy" | "expectation" | "outcome">;

function rankingText(step: RankingStep, words: RoutingWords): string {
  const { t, rep } = words;
  switch (step.code) {
    case "continuity":
      return t(`continuity.${step.result}`, { name: rep(step.repId) });
    case "service_tier":
      return t("service_tier", { tier: step.serviceTier, count: step.preferredCount });
    case "pace":
      return paceText(step, words);
    case "strategy":
      return t("strategy", { by: step.decidedBy });
    case "expectation":
      return expectationText(step, words);
    case "outcome":
      if (step.kind === "assign") return t("outcome.assign", { name: rep(step.repId) });
      return step.hold ? heldText(step.hold, words) : t(`outcome.${step.reason ?? "other"}`);
  }
}

/** Counts every rep of the team once, by what keeps them from the request. */
function heldText(hold: QueueHold, { t, moment, holdReason }: RoutingWords): string {
  const { reason, opensAtMs } = hold;
  if (reason === "closed") {
    return opensAtMs === null ? t("outcome.closed") : t("held.closedUntil", { at: moment(opensAtMs) });
  }
  if (reason === "nobody_in_team") return t("outcome.nobody_in_team");
  return t("held.because", { reasons: holdReason(hold) });
}

function hoursText(step: StepOf<"hours">, { t, team, moment }: RoutingWords): string {
  if (step.isOpen) return t("open", { team: team(step.teamId) });
  if (step.opensAtMs === null) return t("closed", { team: team(step.teamId) });
  return t("closedUntil", { team: team(step.teamId), at: moment(step.opensAtMs) });
}

function candidateText({ name, used, capacity, rank, elimination }: CandidateStep, words: RoutingWords): string {
  if (elimination) return words.t("eliminated", { name, used, capacity, reason: eliminationText(elimination, words) });
  return words.t("candidate", { name, used, capacity, rank: rank ?? 0 });
}

function eliminationText(elimination: RepElimination, { t, availability, list }: RoutingWords): string {
  switch (elimination.reason) {
    case "unavailable":
      return availability(elimination.availability);
    case "lacks_skills":
      return t("elimination.lacks_skills", { skills: list(elimination.skills) });
    case "above_threshold":
      return t("elimination.above_threshold", { threshold: elimination.threshold });
    default:
      return t(`elimination.${elimination.reason}`);
  }
}

function paceText({ result, fastestRepId, paceMs }: PaceStep, { t, rep, span }: RoutingWords): string {
  return t(`pace.${result}`, { name: rep(fastestRepId), pace: paceMs === null ? "" : span(paceMs) });
}

function expectationText({ teamQueueLength, pickUp, close }: StepOf<"expectation">, { t, span }: RoutingWords): string {
  const range = (of: { p50Ms: number; p90Ms: number }) => ({ from: span(of.p50Ms), to: span(of.p90Ms) });
  return [
    t("expectation", { length: teamQueueLength }),
    ...(pickUp ? [t("expectedPickUp", range(pickUp))] : []),
    ...(close ? [t("expectedClose", range(close))] : []),
  ].join(" ");
}
