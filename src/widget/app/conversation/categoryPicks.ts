import type { CustomerMessage } from "@/contract/views/customerViews";

type Category = { id: string; name: string };

/** The categories that the question shows at first, and those behind "something else". */
export type CategoryPicks = { first: readonly Category[]; rest: readonly Category[] };

/** The categories to pick from. The likely ones that the last question in `messages` names come first, if any. */
export function categoryPicks(
  offered: readonly Category[],
  messages: readonly Pick<CustomerMessage, "feedback">[],
): CategoryPicks {
  const asked = messages.findLast(({ feedback }) => feedback?.code === "asked_category");
  const likely = (asked?.feedback?.likelyCategories ?? []).filter(({ id }) => offered.some((each) => each.id === id));
  if (likely.length === 0) return { first: offered, rest: [] };
  return { first: likely, rest: offered.filter(({ id }) => !likely.some((each) => each.id === id)) };
}
