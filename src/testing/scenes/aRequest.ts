import { postAsCustomer } from "@/server/customer/commands/postAsCustomer";
import type { Deps } from "@/server/deps";

export type TestRequest = {
  contactId: string;
  token: string;
  sequenceId: string;
  interactionId: string;
  messageId: string;
};

/** Sends a new visitor's first message through the real command. */
export async function aRequest(
  house: { visitor(): Promise<{ contactId: string; token: string }> },
  said: { body?: string; categoryId?: string | null },
  deps: Deps,
): Promise<TestRequest> {
  const { contactId, token } = await house.visitor();
  const { messageId } = await postAsCustomer(
    contactId,
    { clientId: deps.newId(), body: said.body ?? "Hello", categoryId: said.categoryId ?? null },
    deps,
  );
  const request = await deps.db
    .selectFrom("request")
    .select(["sequence_id", "interaction_id"])
    .where("contact_id", "=", contactId)
    .executeTakeFirstOrThrow();
  return { contactId, token, sequenceId: request.sequence_id, interactionId: request.interaction_id, messageId };
}
