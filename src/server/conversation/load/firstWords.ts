import type { Deps } from "../../deps";

const MESSAGES_READ_MAX = 5;

/** What the customer wrote first: the text that rules read to find a category (R6). */
export async function firstWords(interactionId: string, { db }: Deps): Promise<string> {
  const rows = await db
    .selectFrom("message")
    .innerJoin("party", "party.id", "message.author_id")
    .select("message.body")
    .where("message.interaction_id", "=", interactionId)
    .where("message.deleted_at", "is", null)
    .where("party.kind", "=", "contact")
    .orderBy("message.ordinal")
    .limit(MESSAGES_READ_MAX)
    .execute();
  return rows.map(({ body }) => body).join("\n");
}
