import type { ClassificationView, LikelyCategory } from "@/contract/views/classifierViews";

export type Suggestions = {
  /** How likely the category is, from 0 to 1; null if the classifier did not decide on it. */
  readonly probability: number | null;
  /** The words that the decision rests on; empty if the classifier did not decide on this category. */
  readonly because: readonly string[];
  /** Other categories to choose by one click, likeliest first. */
  readonly likeliest: readonly LikelyCategory[];
  /** Whether somebody has confirmed the category. */
  readonly isConfirmed: boolean;
  /** Whether one click can confirm the category. */
  readonly mayConfirm: boolean;
};

const NONE = { probability: null, because: [], likeliest: [], mayConfirm: false } as const;

/** What the classifier says about the present category of a request. */
export function suggestionsOf(
  classification: ClassificationView | null,
  categoryId: string | null,
  isConfirmed: boolean,
): Suggestions {
  if (classification === null) return { ...NONE, isConfirmed };
  const { isDecided, likeliest, because } = classification;
  const [first] = likeliest;
  const isDecision = isDecided && first !== undefined && first.categoryId === categoryId;
  return {
    probability: isDecision ? first.probability : null,
    because: isDecision ? because : [],
    likeliest: likeliest.filter((each) => each.categoryId !== categoryId),
    isConfirmed,
    mayConfirm: !isConfirmed && categoryId !== null && likeliest.some((each) => each.categoryId === categoryId),
  };
}
