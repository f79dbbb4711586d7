import { TAGS_MAX } from "@/contract/inputs/limits";
import type { ChangeSequenceTags, RenameSequence, SetSequenceCategory } from "@/contract/inputs/request";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { tagsAfter } from "@/domain/request/tagsAfter";
import { labelOf } from "../../classifier/changes/labelOf";
import type { Deps } from "../../deps";
import { knownCategory } from "../../organization/load/knownCategory";
import { teamBroughtBy } from "../../routing/changes/teamBroughtBy";
import { routeRequest } from "../../routing/commands/routeRequest";
import type { Changes, PartOfChanges } from "../../writer/changes";
import { decideAndCommit } from "../../writer/commit";
import { composeChanges, composePart, withLists } from "../../writer/composeChanges";
import { requestChanges } from "../changes/requestChanges";
import { sequenceEntries } from "../changes/sequenceEntries";
import type { LoadedRequest } from "../load/loadRequest";
import { loadRequestFor } from "../load/loadRequestFor";
import { refuseConflict, tracingConflicts } from "../load/tracingConflicts";

/** Renames a sequence (O11). @throws DomainError `not_found`, `not_allowed`, `changed_meanwhile` */
export async function renameSequence(pov: Pov, input: RenameSequence, deps: Deps) {
  const { sequenceId, subject, seen } = input;
  return changeSequence(
    pov,
    sequenceId,
    ({ sequence }) => {
      refuseConflict("subject", { seen, wanted: subject, present: sequence.subject });
      return sequence.subject === subject ? null : { subject };
    },
    deps,
  );
}

/**
 * Adds tags to a sequence and removes tags from it (C9). A tag is any text, and is kept once. Tags that others add or
 * remove at the same time stay so: two people never conflict here.
 *
 * @throws DomainError `not_found`, `not_allowed`, `too_many_tags` beyond 20
 */
export async function changeSequenceTags(pov: Pov, input: ChangeSequenceTags, deps: Deps) {
  const { sequenceId, add, remove } = input;
  return changeSequence(
    pov,
    sequenceId,
    ({ sequence }) => {
      const tags = tagsAfter(sequence.tags, { add, remove });
      if (tags.length > TAGS_MAX && tags.length > sequence.tags.length) throw new DomainError("too_many_tags");
      return tags.join("\n") === sequence.tags.join("\n") ? null : { tags };
    },
    deps,
  );
}

/**
 * Sets or confirms the category of a sequence (C9). The classifier learns it at once (R6). A request in the
 * unassigned queue is routed by it (R8). A request that a rep took without a team gets the category's team, so that the
 * supervisors of that team see it (P5).
 *
 * @throws DomainError `not_found`, `not_allowed`, `changed_meanwhile`, `invalid_input` for an unknown category
 */
export async function setSequenceCategory(pov: Pov, input: SetSequenceCategory, deps: Deps) {
  const configuration = await deps.configurations.of(pov.organizationId);
  const categoryId = knownCategory(input.categoryId, configuration)?.id ?? null;
  const { seen } = input;
  let sequenceId = "";
  let isUnassigned = false;
  const { version } = await changeSequence(
    pov,
    input.sequenceId,
    (loaded) => {
      sequenceId = loaded.request.sequence_id;
      refuseConflict("categoryId", { seen, wanted: categoryId, present: loaded.sequence.category_id });
      isUnassigned = loaded.request.state === "unassigned";
      // An unassigned request gets its team from the routing below.
      return { category_id: categoryId, ...(isUnassigned ? {} : { team_id: teamBroughtBy(categoryId, loaded) }) };
    },
    deps,
    (loaded) => labelOf(loaded, { categoryId, source: "rep", byId: pov.partyId }, deps),
  );
  if (isUnassigned && categoryId !== null) await routeRequest(sequenceId, deps);
  return { version };
}

/** The new values. */
type Changed = { subject?: string; tags?: string[]; category_id?: string | null; team_id?: string | null };

/** @param decide returns what changes, given the present state; null if nothing does */
async function changeSequence(
  pov: Pov,
  sequenceId: UnverifiedId<"sequence">,
  decide: (loaded: LoadedRequest) => Changed | null,
  deps: Deps,
  besides: (loaded: LoadedRequest) => Promise<PartOfChanges> = async () => composePart(),
): Promise<{ version: number }> {
  let version = 0;
  const change = async () => {
    const loaded = await loadRequestFor(pov, sequenceId, "change", deps);
    const changed = decide(loaded);
    version = loaded.sequence.version + (changed === null ? 0 : 1);
    return changed === null ? null : composeChanges(sequenceChanges(loaded, changed, deps), await besides(loaded));
  };
  await tracingConflicts(pov, sequenceId, () => decideAndCommit(change, deps), deps);
  return { version };
}

function sequenceChanges(loaded: LoadedRequest, changed: Changed, deps: Deps): Changes {
  const { request } = loaded;
  const { subject, tags, ...place } = changed;
  const now = deps.clock.now();
  const bySomebody = place.category_id === undefined ? {} : { category_source: "rep" as const };
  const beside = { sequence_id: request.sequence_id, ...place, ...bySomebody, bump: true };
  const written = requestChanges(loaded, loaded.facts, now, deps.newId, beside);
  const texts = { ...(subject === undefined ? {} : { subject }), ...(tags === undefined ? {} : { tags }) };
  const patchSequence = [{ id: request.sequence_id, ...texts, ...written.patchSequence?.[0] }];
  return composeChanges({ at: now, organizationId: request.organization_id }, withLists(written, { patchSequence }), {
    entries: sequenceEntries(loaded, changed),
  });
}
