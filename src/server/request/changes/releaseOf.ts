import type { PartOfChanges, Timer } from "../../writer/changes";
import { composePart } from "../../writer/composeChanges";
import type { LoadedRequest } from "../load/loadRequest";

/** Gives back the capacity that a request takes from its rep. Empty if no rep has it. */
export function releaseOf({ request }: LoadedRequest): PartOfChanges {
  if (request.state !== "assigned" || request.assigned_to_id === null) return composePart();
  return composePart({ release: [{ repId: request.assigned_to_id, weight: request.weight }] });
}

/** Drains the queues of a rep's teams right after the commit, since the rep has room now. */
export function drainTimer(repId: string, now: Date): Timer {
  return { task: "drainForRep", key: `drain:${repId}`, payload: { repId }, runAt: now };
}
