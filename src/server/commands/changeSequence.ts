import { z } from "zod";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Changes } from "../db/changes";
import type { Deps } from "../deps";
import type { LoadedRequest } from "../queries/loadRequest";
import { loadRequestFor } from "../queries/loadRequestFor";
import { decideAndCommit } from "./commit";
import { labelOf } from "./labelOf";
import { routeRequest } from "./routeRequest";
import { sequenceEntries } from "./sequenceEntries";

const TAGS_MAX = 20;
const TAG_LENGTH_MAX = 40;
const SUBJECT_LENGTH_MAX = 200;

const of = { sequenceId: z.uuid(), version: z.int().positive() };

export const RenameSequence = z.object({ ...of, subject: z.string().trim().min(1).max(SUBJECT_LENGTH_MAX) });
export const SetSequenceTags = z.object({
  ...of,
  tags: z.array(z.string().trim().min(1).max(TAG_LENGTH_MAX)).max(TAGS_MAX),
});
export const SetSequenceCategory = z.object({ ...of, categoryId: z.uuid().nullable() });

type Of = { sequenceId: string; version: number };

/** Renames a sequence (O11). @throws DomainError `not_found`, `not_allowed`, `stale_version` */
export async function renameSequence(pov: Pov, input: z.infer<typeof RenameSequence>, deps: Deps) {
  return changeSequence(pov, input, { subject: input.subject }, deps);
}

/** Sets the tags of a sequence (C9): any text, each once. @throws DomainError `not_found`, `not_allowed`, `stale_version` */
export async function setSequenceTags(pov: Pov, input: z.infer<typeof SetSequenceTags>, deps: Deps) {
  return changeSequence(pov, input, { tags: [...new Set(input.tags)] }, deps);
}

/**
 * Sets the category of a sequence, or confirms it (C9). The classifier learns it at once (R6), and a request that waits
 * for no team is routed by it (R8).
 *
 * @throws DomainError `not_found`, `not_allowed`, `stale_version`, `invalid_input` for a category that is not there
 */
export async function setSequenceCategory(pov: Pov, input: z.infer<typeof SetSequenceCategory>, deps: Deps) {
  const { categories } = await deps.configurations.of(pov.organizationId);
  const category = input.categoryId === null ? null : categories.get(input.categoryId);
  if (category === undefined || (category !== null && category.retired_at !== null)) {
    throw new DomainError("invalid_input", { field: "categoryId" });
  }
  const result = await changeSequence(pov, input, { category_id: input.categoryId }, deps, async (loaded) => ({
    patchRequest: [{ sequence_id: input.sequenceId, bump: true, category_source: "rep" }],
    ...(await labelOf(loaded, { categoryId: input.categoryId, source: "rep", byId: pov.partyId }, deps)),
  }));
  if (result.isUnassigned && input.categoryId !== null) await routeRequest(input.sequenceId, deps);
  return { version: result.version };
}

type Changed = { subject?: string; tags?: string[]; category_id?: string | null };

async function changeSequence(
  pov: Pov,
  { sequenceId, version }: Of,
  changed: Changed,
  deps: Deps,
  besides: (loaded: LoadedRequest) => Promise<Pick<Changes, "patchRequest" | "label">> = async () => ({}),
): Promise<{ version: number; isUnassigned: boolean }> {
  let isUnassigned = false;
  await decideAndCommit(async () => {
    const loaded = await loadRequestFor(pov, sequenceId, "change", deps);
    if (loaded.sequence.version !== version) throw new DomainError("stale_version");
    isUnassigned = loaded.request.state === "unassigned";
    return { ...sequenceChanges(loaded, changed, deps), ...(await besides(loaded)) };
  }, deps);
  return { version: version + 1, isUnassigned };
}

function sequenceChanges(loaded: LoadedRequest, changed: Changed, deps: Deps): Changes {
  const { request } = loaded;
  return {
    at: deps.clock.now(),
    organizationId: request.organization_id,
    expect: [{ sequenceId: request.sequence_id, version: request.version }],
    patchSequence: [{ id: request.sequence_id, ...changed }],
    patchRequest: [{ sequence_id: request.sequence_id, bump: true }],
    entries: sequenceEntries(loaded, changed),
  };
}
