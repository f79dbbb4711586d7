import type { CustomerMessage } from "@/contract/views/customerViews";

type Category = { id: string; name: string };

/** What the question shows at first, and what "something else" opens. */
export type CategoryPicks = { first: readonly Category[]; rest: readonly Category[] };

/** The categories to pick from: those that fit best first, as the last question in `messages` names them; else all at once. */
export function categoryPicks(
  offered: readonly Category[],
  messages: readonly Pick<CustomerMessage, "feedback">[],
): CategoryPicks {
  const asked = messages.findLast(({ feedback }) => feedback?.code === "asked_category");
  const likely = (asked?.feedback?.likelyCategories ?? []).filter(({ id }) => offered.some((each) => each.id === id));
  if (likely.length === 0) return { first: offered, rest: [] };
  return { first: likely, rest: offered.filter(({ id }) => !likely.some((each) => each.id === id)) };
}
