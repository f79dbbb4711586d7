import type { PostAsCustomer } from "@/contract/inputs/customer";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { resolveInbound } from "@/domain/conversation/resolveInbound";
import { DomainError } from "@/domain/errors";
import { afterEvent } from "@/domain/request/afterEvent";
import { tellClosed } from "@/domain/request/feedback/outOfHours";
import { belongsElsewhere } from "@/domain/routing/category/belongsElsewhere";
import { classified } from "../../classifier/changes/classified";
import { closedPosts } from "../../conversation/changes/housePost";
import { type Asked, contentOfSent, isAskedAgain, onceForClientId } from "../../conversation/load/sentAgain";
import type { Deps } from "../../deps";
import { offeredCategory } from "../../organization/load/knownCategory";
import { idToLookUp } from "../../pov/idToLookUp";
import { requestChanges } from "../../request/changes/requestChanges";
import { sequenceEntries } from "../../request/changes/sequenceEntries";
import { type LoadedRequest, loadRequest } from "../../request/load/loadRequest";
import { routeRequest } from "../../routing/commands/routeRequest";
import type { Changes } from "../../writer/changes";
import { decideAndCommit } from "../../writer/commit";
import { composeChanges } from "../../writer/composeChanges";
import { type CustomerContext, loadCustomer } from "../load/loadCustomer";
import { openRequest } from "./openRequest";

/** The input, with the unsealed id of the category that the customer picked. */
type Given = Omit<PostAsCustomer, "categoryId"> & { categoryId: UnverifiedId<"category"> | null };
/** The input, with the known category, and with what its client id stands for. */
type Said = Omit<PostAsCustomer, "categoryId"> & { categoryId: string | null; asked: Asked };

const ATTEMPTS_MAX = 10;

/**
 * Posts a customer's message into the sequence that `resolveInbound` names (R19). A message that surely belongs
 * elsewhere does not bring back a closed sequence: it opens a new one, which is routed at once. The same `clientId`
 * again changes nothing and gets the same answer.
 *
 * @throws DomainError `not_found` for an unknown contact, `invalid_input` for a category that is not offered,
 *   `client_id_reused`
 */
export function postAsCustomer(contactId: string, input: Given, deps: Deps): Promise<{ messageId: string }> {
  return onceForClientId(
    { authorId: contactId, clientId: input.clientId },
    {
      act: () => postNew(contactId, input, deps),
      isSame: (stored) => stored.body === input.body && isAskedAgain(stored, askedBy(input)),
      again: ({ messageId }) => ({ messageId }),
    },
    deps,
  );
}

/** What a client id stands for besides the text. */
function askedBy({ categoryId, isSomethingElse = false }: Given): Asked {
  return { categoryId: categoryId === null ? null : idToLookUp(categoryId).toLowerCase(), isSomethingElse };
}

async function postNew(contactId: string, given: Given, deps: Deps): Promise<{ messageId: string } | null> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const customer = await loadCustomer(contactId, deps);
    const categoryId = offeredCategory(given.categoryId, customer.configuration)?.id ?? null;
    const input: Said = { ...given, categoryId, asked: askedBy(given) };
    const sequenceId = await sequenceFor(customer, input, deps);
    const result =
      sequenceId === null
        ? await openRequest(customer, input, deps)
        : await postInto(sequenceId, customer, input, deps);
    if (result === "known") return null;
    if (result !== "decide_again") return { messageId: result.messageId };
  }
  throw new DomainError("stale_version");
}

/** The sequence that a message goes into; null if it begins a new one. */
async function sequenceFor(customer: CustomerContext, input: Said, deps: Deps): Promise<string | null> {
  const { matters, configuration } = customer;
  const resolution = resolveInbound(matters, {
    nowMs: deps.clock.now().getTime(),
    reopenWithinMs: configuration.organization.reopen_within_ms,
    isSomethingElse: input.isSomethingElse ?? false,
  });
  if (resolution.kind === "begins") return null;
  const matter = matters.find(({ sequenceId }) => sequenceId === resolution.sequenceId);
  if (resolution.kind === "goes_on" || matter === undefined) return resolution.sequenceId;
  const said = input.categoryId === null ? await classified(input.body, customer, deps) : null;
  const isElsewhere = belongsElsewhere(
    { pickedId: input.categoryId, classification: said?.classification ?? null },
    matter,
    configuration.routing,
  );
  return isElsewhere ? null : resolution.sequenceId;
}

async function postInto(
  sequenceId: string,
  customer: CustomerContext,
  input: Said,
  deps: Deps,
): Promise<{ messageId: string } | "known"> {
  const messageId = deps.newId();
  const outcome = await decideAndCommit(async () => {
    const loaded = await loadRequest(sequenceId, deps);
    if (!loaded) throw new DomainError("not_found");
    return customerMessageChanges(loaded, customer, input, messageId, deps);
  }, deps);
  if (outcome?.outcome === "duplicate") return "known";
  await routeIfWaiting(sequenceId, deps);
  return { messageId };
}

function customerMessageChanges(
  loaded: LoadedRequest,
  customer: CustomerContext,
  input: Said,
  messageId: string,
  deps: Deps,
): Changes {
  const now = deps.clock.now();
  const asked = afterEvent(loaded.facts, { type: "customer_message" }, loaded.settings, now.getTime());
  // Nobody has picked it up since it was opened again, so a pick-up is promised from now on, as for a new request.
  const isNew = asked.pickedUpAtMs === null;
  const written = isNew ? afterEvent(asked, { type: "queued" }, loaded.settings, now.getTime()) : asked;
  const { after, word } = tellClosed(written, loaded.settings, now.getTime());
  const isReopened = loaded.facts.state === "retired";
  const extra = isReopened
    ? { sequence_id: sequenceIdOf(loaded), assigned_to_id: null, assigned_at: null, queued_at: now, bump: true }
    : null;
  const isChanged = after.sequenceState !== loaded.facts.sequenceState;
  return composeChanges(
    { at: now, organizationId: customer.organizationId },
    requestChanges(loaded, after, now, deps.newId, extra),
    { entries: isChanged ? sequenceEntries(loaded, { state: after.sequenceState }) : [] },
    {
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
          content: contentOfSent(input.asked),
          client_id: input.clientId,
        },
        ...closedPosts(word, () => ({
          id: deps.newId(),
          interactionId: loaded.interaction.id,
          configuration: loaded.configuration,
        })),
      ],
    },
  );
}

const sequenceIdOf = ({ request }: LoadedRequest) => request.sequence_id;

/** Routes a request that came back or had no category yet. If the process dies before this, the timer does it. */
async function routeIfWaiting(sequenceId: string, deps: Deps): Promise<void> {
  const row = await deps.db
    .selectFrom("request")
    .select("state")
    .where("sequence_id", "=", sequenceId)
    .executeTakeFirst();
  if (row?.state === "unassigned") await routeRequest(sequenceId, deps);
}
