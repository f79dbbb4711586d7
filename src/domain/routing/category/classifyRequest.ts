import { classify, groupProbabilities } from "../../classifier/answer/classify";
import { surenessOf } from "../../classifier/answer/strangeness";
import type { Model } from "../../classifier/model/model";
import type { RoutingConfiguration } from "../routingConfiguration";
import { categoryLineage } from "./categoryLineage";

/** A category that a request may belong to, with how likely it is, from 0 to 1. */
export type RankedCategoryId = { readonly categoryId: string; readonly probability: number };

/** Categories that a classification names. */
export const RANKED_MAX = 3;

/** What the classifier says of a request (R6), in the categories that are in use. */
export type RequestClassification = {
  /** Whether the likeliest category may be taken as it is. */
  readonly isDecided: boolean;
  /** Of the likeliest: what was held against the threshold. */
  readonly sureness: number;
  /** The likeliest first; at least one, at most RANKED_MAX. */
  readonly ranked: readonly [RankedCategoryId, ...RankedCategoryId[]];
  /** The words that speak most for the likeliest category. */
  readonly because: readonly string[];
  /** The team that the request surely belongs to though its category is not sure. */
  readonly sureTeam: { readonly teamId: string; readonly probability: number } | null;
};

/**
 * What a request is about, in the categories that are in use: a retired one is neither decided nor named. A team is sure
 * where its categories are together as sure as a single one would have to be.
 *
 * @param text what `requestText` made of the request
 * @returns null where the text has no word that the model knows, or the model no category that is in use
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

/** The groups that have a probability at all, in falling order; of equal ones the configuration's order stands. */
function surestOf(groups: Groups, probabilities: ReadonlyMap<string, number>): { id: string; probability: number }[] {
  return [...groups.keys()]
    .map((id) => ({ id, probability: probabilities.get(id) ?? 0 }))
    .filter(({ probability }) => probability > 0)
    .sort((a, b) => b.probability - a.probability);
}

/** A version's groups never change, so they are made once. */
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
