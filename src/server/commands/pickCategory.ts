import { DomainError } from "@/domain/errors";
import { currentMatter } from "@/domain/sequence/resolveInbound";
import type { Changes } from "../db/changes";
import type { Deps } from "../deps";
import { offeredCategory } from "../queries/knownCategory";
import { loadCustomer } from "../queries/loadCustomer";
import { loadRequest } from "../queries/loadRequest";
import type { UnverifiedId } from "../queries/unverifiedId";
import { decideAndCommit } from "./commit";
import { labelOf } from "./labelOf";
import { requestChanges } from "./requestChanges";
import { routeRequest } from "./routeRequest";
import { customerEntry, sequenceEntries } from "./sequenceEntries";

/**
 * What the customer picked decides where their request goes (R8). Nothing fitting (null), and a pick after somebody
 * took it, change nothing.
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
    return {
      at: now,
      organizationId,
      ...requestChanges(loaded, loaded.facts, now, deps.newId, change),
      entries: [...sequenceEntries(loaded, { category_id: categoryId }), customerEntry(loaded)],
      ...(await labelOf(loaded, { categoryId, source: "customer", byId: contactId }, deps)),
    } satisfies Changes;
  }, deps);
  if (outcome !== null) await routeRequest(current.sequenceId, deps, { isByCustomer: true });
}
