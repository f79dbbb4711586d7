import type { ClassificationView, LikelyCategory } from "@/contract/views/classifierViews";

export type Suggestions = {
  /** The category is what the classifier decided: how likely it is. Null where it is something else. */
  readonly probability: number | null;
  /** The words that carried the decision; none where the category is something else. */
  readonly because: readonly string[];
  /** What the category can be set to by one click, likeliest first, without the one it has. */
  readonly likeliest: readonly LikelyCategory[];
  /** Somebody knows that the category is right: there is nothing to confirm any more. */
  readonly isConfirmed: boolean;
  /** Whether the one it has can be confirmed by one click. */
  readonly mayConfirm: boolean;
};

const NONE = { probability: null, because: [], likeliest: [], mayConfirm: false } as const;

/** What the classifier has to say beside the category that a request has now. */
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
