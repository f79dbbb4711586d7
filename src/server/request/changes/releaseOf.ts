import type { PartOfChanges, Timer } from "../../writer/changes";
import { composePart } from "../../writer/composeChanges";
import type { LoadedRequest } from "../load/loadRequest";

/** Gives back the capacity that a request takes of its rep, where it is with one. */
export function releaseOf({ request }: LoadedRequest): PartOfChanges {
  if (request.state !== "assigned" || request.assigned_to_id === null) return composePart();
  return composePart({ release: [{ repId: request.assigned_to_id, weight: request.weight }] });
}

/** A rep with new room looks for work: the queues of their teams are drained right after the commit. */
export function drainTimer(repId: string, now: Date): Timer {
  return { task: "drainForRep", key: `drain:${repId}`, payload: { repId }, runAt: now };
}
