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
 * A request that `pov` closed a moment ago, that its customer brought back, and that waits in a queue now because its
 * rep is at the threshold. Null if there is nothing to give back.
 */
export async function ownReturned(pov: Pov, id: UnverifiedId<"sequence">, deps: Deps): Promise<Returned | null> {
  const loaded = await loadSeenRequest(pov, id, deps);
  const closing = loaded && keptClosing(loaded.request.before_closing, loaded);
  if (!loaded || closing?.byId !== pov.partyId || !isRecent(closing, deps.clock.now())) return null;
  const { assignedToId: repId } = closing;
  const isWaiting = loaded.request.state === "queued" || loaded.request.state === "unassigned";
  return isWaiting && repId !== null ? { loaded, closing, repId } : null;
}

/** Gives it back to the rep who had it, even beyond threshold and capacity. The customer's new messages stay. */
export async function givenBackChanges({ loaded, closing, repId }: Returned, by: Pov, deps: Deps): Promise<Changes> {
  const changes = assignmentChanges(loaded, repId, by, deps, { ...closing.escalation, before_closing: null });
  return composeChanges(changes, await unaskedRating(loaded, new Date(closing.before.closedAtMs), deps));
}
