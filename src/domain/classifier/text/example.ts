/** A request whose category is known: what the classifier learns from. */
export type Example = {
  /** What `requestText` made of the request. */
  readonly text: string;
  readonly category: string;
  /** Who wrote it: requests of one customer are never held back for one another. */
  readonly customerId?: string;
  /** 1 unless said: how much the label is believed. A customer's own pick is a weaker one. Weights below 1 are learnt from, not measured by. */
  readonly weight?: number;
};

/** Examples of one training; of more, the caller takes the latest. */
export const EXAMPLES_MAX = 100_000;

/** Categories that one model tells apart: those with the most examples. The others are never suggested. */
export const CATEGORIES_MAX = 1_000;
