import { decideLook, type Look } from "@/domain/request/decideLook";
import { feedbackPost } from "../../conversation/changes/housePost";
import type { Deps } from "../../deps";
import { routeRequest } from "../../routing/commands/routeRequest";
import type { Changes } from "../../writer/changes";
import { decideAndCommit } from "../../writer/commit";
import { composeChanges } from "../../writer/composeChanges";
import { requestChanges } from "../changes/requestChanges";
import { drainTimer, releaseOf } from "../changes/responderChanges";
import { customerEntry, sequenceEntries } from "../changes/sequenceEntries";
import { type LoadedRequest, loadRequest } from "../load/loadRequest";

/**
 * Does what is due in a request: marks breaches, sends waiting feedback (R3, R4), notices that the customer went away
 * (R17), and routes it if it waits. Decides from stored state only, so a late, double or stale look does nothing.
 */
export async function lookAtRequest(sequenceId: string, deps: Deps): Promise<void> {
  let isWaiting = false;
  await decideAndCommit(async () => {
    const loaded = await loadRequest(sequenceId, deps);
    if (!loaded) return null;
    isWaiting = loaded.request.state === "queued" || loaded.request.state === "unassigned";
    const look = decideLook(loaded.facts, loaded.settings, deps.clock.now().getTime());
    return lookChanges(loaded, look, deps);
  }, deps);
  if (isWaiting) await routeRequest(sequenceId, deps);
}

/** Sets the next timer even if nothing is due, since this one has fired. */
function lookChanges(loaded: LoadedRequest, look: Look, deps: Deps): Changes | null {
  const { request, interaction, configuration } = loaded;
  if (look.nextLookAtMs === null && look.after === loaded.facts) return null;
  const now = deps.clock.now();
  const isRetired = look.after.state === "retired" && request.state !== "retired";
  const isChanged = look.after.sequenceState !== loaded.facts.sequenceState;
  return composeChanges(
    { at: now, organizationId: request.organization_id },
    requestChanges(loaded, look.after, now, deps.newId),
    {
      posts: look.feedback.map((code) =>
        feedbackPost(code, {}, { id: deps.newId(), interactionId: interaction.id, configuration }),
      ),
      entries: [
        ...(isChanged || look.breached.length > 0 ? sequenceEntries(loaded, { state: look.after.sequenceState }) : []),
        ...(look.after.toldClosed === loaded.facts.toldClosed ? [] : [customerEntry(loaded)]),
      ],
    },
    isRetired ? releaseOf(loaded) : {},
    isRetired && request.assigned_to_id !== null ? { timers: [drainTimer(request.assigned_to_id, now)] } : {},
  );
}
