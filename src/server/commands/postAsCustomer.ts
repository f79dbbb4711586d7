import { z } from "zod";
import { DomainError } from "@/domain/errors";
import { afterEvent } from "@/domain/request/afterEvent";
import type { Changes } from "../db/changes";
import type { Deps } from "../deps";
import { type CustomerContext, loadCustomer } from "../queries/loadCustomer";
import { type LoadedRequest, loadRequest } from "../queries/loadRequest";
import { decideAndCommit } from "./commit";
import { openRequest } from "./openRequest";
import { requestChanges } from "./requestChanges";
import { routeRequest } from "./routeRequest";
import { sequenceEntries } from "./sequenceEntries";

export const CUSTOMER_BODY_LENGTH_MAX = 4_000;

export const PostAsCustomer = z.object({
  clientId: z.uuid(),
  body: z.string().trim().min(1).max(CUSTOMER_BODY_LENGTH_MAX),
  categoryId: z.uuid().nullable(),
});
export type PostAsCustomer = z.infer<typeof PostAsCustomer>;

const ATTEMPTS_MAX = 10;

/**
 * A message from a customer (R19): it goes into their live sequence; soon after its end it reopens the last one; else
 * it opens a new one, which is routed at once. Sending the same `clientId` again changes nothing and answers the same.
 *
 * @throws DomainError `not_found` for an unknown contact, `invalid_input` for a category that is not offered
 */
export async function postAsCustomer(
  contactId: string,
  input: PostAsCustomer,
  deps: Deps,
): Promise<{ messageId: string }> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const customer = await loadCustomer(contactId, deps);
    refuseUnofferedCategory(customer, input.categoryId);
    const goesOn = customer.latest && goesOnWith(customer, deps.clock.now()) ? customer.latest.sequenceId : null;
    const result =
      goesOn === null ? await openRequest(customer, input, deps) : await postInto(goesOn, customer, input, deps);
    if (result !== "decide_again") return { messageId: result.messageId };
  }
  throw new DomainError("stale_version");
}

function goesOnWith({ latest, configuration }: CustomerContext, now: Date): boolean {
  if (!latest) return false;
  if (latest.isLive || latest.retiredAt === null) return true;
  return now.getTime() - latest.retiredAt.getTime() <= configuration.organization.reopen_within_ms;
}

function refuseUnofferedCategory({ configuration }: CustomerContext, categoryId: string | null): void {
  if (categoryId === null) return;
  const category = configuration.categories.get(categoryId);
  if (!category?.is_offered || category.retired_at !== null)
    throw new DomainError("invalid_input", { field: "categoryId" });
}

async function postInto(
  sequenceId: string,
  customer: CustomerContext,
  input: PostAsCustomer,
  deps: Deps,
): Promise<{ messageId: string }> {
  const messageId = deps.newId();
  const outcome = await decideAndCommit(async () => {
    const loaded = await loadRequest(sequenceId, deps);
    if (!loaded) throw new DomainError("not_found");
    return customerMessageChanges(loaded, customer, input, messageId, deps);
  }, deps);
  if (outcome?.outcome === "duplicate") return { messageId: outcome.messageId };
  await routeIfWaiting(sequenceId, deps);
  return { messageId };
}

function customerMessageChanges(
  loaded: LoadedRequest,
  customer: CustomerContext,
  input: PostAsCustomer,
  messageId: string,
  deps: Deps,
): Changes {
  const now = deps.clock.now();
  const after = afterEvent(loaded.facts, { type: "customer_message" }, loaded.settings, now.getTime());
  const isReopened = loaded.facts.state === "retired";
  const extra = isReopened
    ? { sequence_id: sequenceIdOf(loaded), assigned_to_id: null, assigned_at: null, queued_at: now, bump: true }
    : null;
  return {
    at: now,
    organizationId: customer.organizationId,
    ...requestChanges(loaded, after, now, deps.newId, extra),
    entries:
      after.sequenceState === loaded.facts.sequenceState ? [] : sequenceEntries(loaded, { state: after.sequenceState }),
    posts: [
      {
        id: messageId,
        interaction_id: loaded.interaction.id,
        author_id: customer.contactId,
        alias_name: customer.name,
        alias_picture: null,
        kind: "text",
        carrier: "web_chat",
        body: input.body,
        client_id: input.clientId,
      },
    ],
  };
}

const sequenceIdOf = ({ request }: LoadedRequest) => request.sequence_id;

/** What came back, or had no category yet, is routed with what is known now; its timer finds it if this is lost. */
async function routeIfWaiting(sequenceId: string, deps: Deps): Promise<void> {
  const row = await deps.db
    .selectFrom("request")
    .select("state")
    .where("sequence_id", "=", sequenceId)
    .executeTakeFirst();
  if (row?.state === "unassigned") await routeRequest(sequenceId, deps);
}
