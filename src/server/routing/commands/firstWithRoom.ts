import type { Deps } from "../../deps";
import type { Changes, CommitOutcome } from "../../writer/changes";
import { commitUnlessRaced } from "../../writer/commit";
import { withLists } from "../../writer/composeChanges";

/**
 * Commits the changes for the first candidate, in order of preference, who has room. A candidate who is being given
 * other work at this moment is skipped, and tried again only if nobody else has room, so that many simultaneous
 * requests do not queue for the same rep.
 *
 * @returns the outcome for the candidate who was tried last; null if nobody has room
 */
export async function firstWithRoom(
  candidates: readonly string[],
  changesFor: (repId: string) => Changes,
  deps: Deps,
): Promise<CommitOutcome | null> {
  const busy: string[] = [];
  for (const repId of candidates) {
    const outcome = await commitUnlessRaced(passingBusy(changesFor(repId)), deps);
    if (outcome.outcome === "busy") busy.push(repId);
    else if (outcome.outcome !== "no_capacity") return outcome;
  }
  for (const repId of busy) {
    const outcome = await commitUnlessRaced(changesFor(repId), deps);
    if (outcome.outcome !== "no_capacity") return outcome;
  }
  return null;
}

function passingBusy(changes: Changes): Changes {
  return withLists(changes, { take: (changes.take ?? []).map((each) => ({ ...each, skipsBusy: true })) });
}
