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
