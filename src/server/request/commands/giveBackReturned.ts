import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import type { Changes } from "../../writer/changes";
import { composeChanges } from "../../writer/composeChanges";
import { type KeptClosing, keptClosing } from "../changes/keptClosing";
import { isRecent, unaskedRating } from "../changes/takeBackClosing";
import type { LoadedRequest } from "../load/loadRequest";
import { loadSeenRequest } from "../load/loadRequestFor";
import { assignmentChanges } from "./takeRequest";

type Returned = { loaded: LoadedRequest; closing: KeptClosing; repId: string };

/**
 * A request that `pov` closed a moment ago and that its customer brought back before the closing was taken back, while
 * it waits in a queue, as where its rep is at the threshold by now; null where there is nothing to give back.
 */
export async function ownReturned(pov: Pov, id: UnverifiedId<"sequence">, deps: Deps): Promise<Returned | null> {
  const loaded = await loadSeenRequest(pov, id, deps);
  const closing = loaded && keptClosing(loaded.request.before_closing, loaded);
  if (!loaded || closing?.byId !== pov.partyId || !isRecent(closing, deps.clock.now())) return null;
  const { assignedToId: repId } = closing;
  const isWaiting = loaded.request.state === "queued" || loaded.request.state === "unassigned";
  return isWaiting && repId !== null ? { loaded, closing, repId } : null;
}

/** Gives it back to who had it, beyond threshold and capacity; what the customer said since stays as it is. */
export async function givenBackChanges({ loaded, closing, repId }: Returned, by: Pov, deps: Deps): Promise<Changes> {
  const changes = assignmentChanges(loaded, repId, by, deps, { ...closing.escalation, before_closing: null });
  return composeChanges(changes, await unaskedRating(loaded, new Date(closing.before.closedAtMs), deps));
}
