import type { ClosedWord } from "@/domain/request/feedback/outOfHours";
import type { FeedbackCode } from "@/domain/request/feedback/waitingFeedback";
import type { OrganizationConfiguration } from "../../organization/load/configurations";
import type { Post } from "../../writer/changes";

/** A message of the organization to the customer (R2–R4, R17), under its alias. It meets no SLA clock. */
export function feedbackPost(
  code: FeedbackCode,
  facts: Record<string, string | number | null>,
  to: { id: string; interactionId: string; configuration: OrganizationConfiguration },
): Post {
  return { ...housePost(to), kind: "feedback", content: { code, facts } };
}

/** Tells the customer that the organization is closed, and until when (R2). Empty if `word` is null. */
export function closedPosts(
  word: ClosedWord["word"],
  to: () => { id: string; interactionId: string; configuration: OrganizationConfiguration },
): Post[] {
  return word === null ? [] : [feedbackPost("out_of_hours", { opensAtMs: word.opensAtMs }, to())];
}

/**
 * Asks the customer what their request is about (R8). The customer is shown those of `likelyIds`, the likeliest
 * categories, that are offered to customers.
 */
export function categoryQuestion(
  likelyIds: readonly string[],
  to: { id: string; interactionId: string; configuration: OrganizationConfiguration },
): Post {
  return { ...housePost(to), kind: "feedback", content: { code: "asked_category", facts: {}, likelyIds } };
}

/** Asks the customer to rate a completed request (R15). */
export function ratingPost(
  sequenceId: string,
  to: { id: string; interactionId: string; configuration: OrganizationConfiguration },
): Post {
  return { ...housePost(to), kind: "rating_request", content: { sequenceId } };
}

function housePost(to: { id: string; interactionId: string; configuration: OrganizationConfiguration }) {
  const { organization } = to.configuration;
  return {
    id: to.id,
    interaction_id: to.interactionId,
    author_id: organization.id,
    alias_name: organization.alias_name,
    alias_picture: organization.alias_picture,
    carrier: "web_chat" as const,
    body: "",
    client_id: to.id,
    by_the_house: true,
  };
}
