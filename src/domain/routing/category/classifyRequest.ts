import { classify, groupProbabilities } from "../../classifier/answer/classify";
import { surenessOf } from "../../classifier/answer/strangeness";
import type { Model } from "../../classifier/model/model";
import type { RoutingConfiguration } from "../routingConfiguration";
import { categoryLineage } from "./categoryLineage";

/** A category that a request may belong to, and the probability that it does (0 to 1). */
export type RankedCategoryId = { readonly categoryId: string; readonly probability: number };

/** The most categories that a classification names. */
export const RANKED_MAX = 3;

/** The classifier's answer for a request (R6), in the categories that are in use. */
export type RequestClassification = {
  /** Whether the likeliest category may be set without asking anybody. */
  readonly isDecided: boolean;
  /** The sureness of the likeliest category, which was compared with the threshold. */
  readonly sureness: number;
  /** The likeliest first; at least one, at most RANKED_MAX. */
  readonly ranked: readonly [RankedCategoryId, ...RankedCategoryId[]];
  /** The words of the text that speak most for the likeliest category. */
  readonly because: readonly string[];
  /** The team that the request surely belongs to, if its category is not sure. */
  readonly sureTeam: { readonly teamId: string; readonly probability: number } | null;
};

/**
 * Classifies a request into the categories that are in use; retired ones are never decided or named. A team is sure
 * when its categories together are as sure as a single category would have to be.
 *
 * @param text the result of `requestText`
 * @returns null if the model knows no word of the text, or none of its categories is in use
 */
export function classifyRequest(
  model: Model,
  text: string,
  configuration: RoutingConfiguration,
): RequestClassification | null {
  const { decided, category, because, strangeness, probabilities: found } = classify(model, text);
  if (because.length === 0) return null;
  const { byCategory, byTeam } = groupsOf(configuration);
  const probabilities = groupProbabilities(model, found, new Map([...byCategory, ...byTeam]));
  const [likeliest, ...others] = surestOf(byCategory, probabilities)
    .slice(0, RANKED_MAX)
    .map(({ id, probability }): RankedCategoryId => ({ categoryId: id, probability }));
  if (likeliest === undefined) return null;
  const isDecided = decided && likeliest.categoryId === category;
  const [team] = surestOf(byTeam, probabilities);
  const isTeamSure =
    !isDecided &&
    team !== undefined &&
    model.threshold !== null &&
    surenessOf(team.probability, strangeness) >= model.threshold;
  return {
    isDecided,
    sureness: surenessOf(likeliest.probability, strangeness),
    ranked: [likeliest, ...others],
    because,
    sureTeam: isTeamSure ? { teamId: team.id, probability: team.probability } : null,
  };
}

type Groups = ReadonlyMap<string, readonly string[]>;

/** The groups with a probability above 0, in descending order; equal ones keep the configuration's order. */
function surestOf(groups: Groups, probabilities: ReadonlyMap<string, number>): { id: string; probability: number }[] {
  return [...groups.keys()]
    .map((id) => ({ id, probability: probabilities.get(id) ?? 0 }))
    .filter(({ probability }) => probability > 0)
    .sort((a, b) => b.probability - a.probability);
}

/** Made once for each configuration, because a version never changes. */
const groupsOfConfiguration = new WeakMap<RoutingConfiguration, { byCategory: Groups; byTeam: Groups }>();

function groupsOf(configuration: RoutingConfiguration): { byCategory: Groups; byTeam: Groups } {
  const known = groupsOfConfiguration.get(configuration);
  if (known !== undefined) return known;
  const { categories, teams } = configuration;
  const byTeam = new Map<string, string[]>();
  for (const category of categories) {
    const lineage = categoryLineage(category, categories);
    const teamId = lineage.find(({ teamId: held }) => teams.some(({ id }) => id === held))?.teamId;
    if (teamId) byTeam.set(teamId, [...(byTeam.get(teamId) ?? []), category.id]);
  }
  const made = { byCategory: new Map(categories.map(({ id }) => [id, [id]])), byTeam };
  groupsOfConfiguration.set(configuration, made);
  return made;
}
