import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { currentMatter } from "@/domain/conversation/resolveInbound";
import { DomainError } from "@/domain/errors";
import { labelOf } from "../../classifier/changes/labelOf";
import type { Deps } from "../../deps";
import { offeredCategory } from "../../organization/load/knownCategory";
import { requestChanges } from "../../request/changes/requestChanges";
import { customerEntry, sequenceEntries } from "../../request/changes/sequenceEntries";
import { loadRequest } from "../../request/load/loadRequest";
import { routeRequest } from "../../routing/commands/routeRequest";
import { decideAndCommit } from "../../writer/commit";
import { composeChanges } from "../../writer/composeChanges";
import { loadCustomer } from "../load/loadCustomer";

/**
 * Routes the customer's request by the category that they picked (R8). Null (nothing fits) changes nothing, and neither
 * does a pick after the request left the unassigned queue.
 *
 * @throws DomainError `not_found`, `invalid_input` for a category that is not offered
 */
export async function pickCategory(
  contactId: string,
  picked: { categoryId: UnverifiedId<"category"> | null },
  deps: Deps,
): Promise<void> {
  if (picked.categoryId === null) return;
  const { matters, configuration, organizationId } = await loadCustomer(contactId, deps);
  const current = currentMatter(matters);
  const categoryId = offeredCategory(picked.categoryId, configuration)?.id ?? null;
  if (current === null || current.closedAtMs !== null) throw new DomainError("not_found");
  const outcome = await decideAndCommit(async () => {
    const loaded = await loadRequest(current.sequenceId, deps);
    if (loaded?.request.state !== "unassigned") return null;
    const now = deps.clock.now();
    const change = {
      sequence_id: current.sequenceId,
      category_id: categoryId,
      category_source: "customer" as const,
      bump: true,
    };
    return composeChanges(
      { at: now, organizationId },
      requestChanges(loaded, loaded.facts, now, deps.newId, change),
      { entries: [...sequenceEntries(loaded, { category_id: categoryId }), customerEntry(loaded)] },
      await labelOf(loaded, { categoryId, source: "customer", byId: contactId }, deps),
    );
  }, deps);
  if (outcome !== null) await routeRequest(current.sequenceId, deps, { isByCustomer: true });
}
