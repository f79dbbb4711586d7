import type { MessageView } from "@/contract/views/repViews";

/** Feedback and rating requests are said by the desk itself, to the customer, and are one line in the thread. */
export function isSaidByDesk({ kind }: Pick<MessageView, "kind">): boolean {
  return kind === "feedback" || kind === "rating_request";
}
