import type { SetSequenceState } from "@/contract/inputs/request";
import type { Pov } from "@/domain/pov/pov";
import { afterEvent } from "@/domain/request/afterEvent";
import type { Deps } from "../../deps";
import { routeRequest } from "../../routing/commands/routeRequest";
import type { Changes } from "../../writer/changes";
import { decideAndCommit } from "../../writer/commit";
import { composeChanges } from "../../writer/composeChanges";
import { closingChanges } from "../changes/closingChanges";
import { closingToKeep } from "../changes/keptClosing";
import { requestChanges } from "../changes/requestChanges";
import { sequenceEntries } from "../changes/sequenceEntries";
import { ownClosing, takenBackChanges } from "../changes/takeBackClosing";
import type { LoadedRequest } from "../load/loadRequest";
import { loadRequestFor } from "../load/loadRequestFor";
import { refuseConflict, tracingConflicts } from "../load/tracingConflicts";
import { givenBackChanges, ownReturned } from "./giveBackReturned";

/**
 * Sets the state of a sequence (C4, O11). Closing completes the request: its rep has room again, and the customer is
 * asked to rate (R15). Opening a closed sequence routes the request again. But if the same member closed it a moment
 * ago, that takes the closing back, even if the customer was quicker and brought it back into a queue.
 *
 * @throws DomainError `not_found`, `not_allowed`, `changed_meanwhile` if it is in a third state now
 */
export function setSequenceState(pov: Pov, input: SetSequenceState, deps: Deps): Promise<{ version: number }> {
  return tracingConflicts(pov, input.sequenceId, () => changeState(pov, input, deps), deps);
}

async function changeState(pov: Pov, input: SetSequenceState, deps: Deps): Promise<{ version: number }> {
  let version = 0;
  let sequenceId = "";
  let isReopened = false;
  let seenNow: SetSequenceState["seen"] | null = null;
  await decideAndCommit(async () => {
    const returned = input.seen === "closed" ? await ownReturned(pov, input.sequenceId, deps) : null;
    if (returned !== null) {
      version = returned.loaded.sequence.version;
      return givenBackChanges(returned, pov, deps);
    }
    const loaded = await loadRequestFor(pov, input.sequenceId, "change", deps);
    sequenceId = loaded.request.sequence_id;
    const present = loaded.sequence.state;
    refuseConflict("state", { seen: input.seen, wanted: input.state, present });
    version = loaded.sequence.version + (present === input.state ? 0 : 1);
    if (present === input.state) return null;
    const now = deps.clock.now();
    const closing = ownClosing(loaded, pov.partyId, now);
    if (closing !== null) {
      seenNow = closing.before.sequenceState;
      return takenBackChanges(loaded, closing, deps);
    }
    isReopened = loaded.facts.state === "retired";
    return stateChanges(pov, loaded, input.state, deps);
  }, deps);
  if (seenNow !== null && seenNow !== input.state) return changeState(pov, { ...input, seen: seenNow }, deps);
  if (isReopened) await routeRequest(sequenceId, deps, { personId: pov.partyId });
  return { version };
}

async function stateChanges(
  pov: Pov,
  loaded: LoadedRequest,
  state: SetSequenceState["state"],
  deps: Deps,
): Promise<Changes> {
  const now = deps.clock.now();
  const sequence_id = loaded.request.sequence_id;
  const after = afterEvent(loaded.facts, { type: "state_set", state }, loaded.settings, now.getTime());
  const base = { at: now, organizationId: pov.organizationId };
  const told = { entries: sequenceEntries(loaded, { state }) };
  if (state !== "closed") {
    const extra =
      loaded.facts.state === "retired"
        ? { sequence_id, assigned_to_id: null, assigned_at: null, queued_at: now, bump: true }
        : null;
    return composeChanges(base, told, requestChanges(loaded, after, now, deps.newId, extra));
  }
  const closing = await closingChanges(loaded, pov.partyId, deps);
  const before_closing = closingToKeep(loaded.facts, loaded, pov.partyId, closing, now);
  const extra = { sequence_id, before_closing, bump: true };
  return composeChanges(base, told, requestChanges(loaded, after, now, deps.newId, extra), closing);
}
