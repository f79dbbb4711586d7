/** A request with a known category, from which the classifier learns. */
export type Example = {
  /** The result of `requestText`. */
  readonly text: string;
  readonly category: string;
  /** Who wrote it. Requests of one customer are held back together. */
  readonly customerId?: string;
  /**
   * How much the label is trusted; 1 by default, less for a customer's own pick. Below 1 it is not used for measuring.
   */
  readonly weight?: number;
};

/** The most examples of one training; the caller takes the latest. */
export const EXAMPLES_MAX = 100_000;

/** The most categories that one model distinguishes: those with the most examples. Others are never suggested. */
export const CATEGORIES_MAX = 1_000;
