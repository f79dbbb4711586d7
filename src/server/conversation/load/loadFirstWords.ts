import { FIRST_MESSAGES_MAX, firstWords } from "@/domain/classifier/text/firstWords";
import type { Deps } from "../../deps";

/**
 * What the customer wrote first in their interaction (`firstWords`), in its present text and without removed messages.
 */
export async function loadFirstWords(interactionId: string, { db }: Deps): Promise<string> {
  const spoken = await db
    .selectFrom("message")
    .innerJoin("party", "party.id", "message.author_id")
    .select(["message.body", "party.kind"])
    .where("message.interaction_id", "=", interactionId)
    .where("message.deleted_at", "is", null)
    .where("message.kind", "=", "text")
    .orderBy("message.ordinal")
    .limit(FIRST_MESSAGES_MAX)
    .execute();
  return firstWords(spoken.map(({ body, kind }) => ({ body, isFromCustomer: kind === "contact" })));
}
