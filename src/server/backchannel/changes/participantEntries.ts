import type { PartyNow } from "../../conversation/load/currentParties";
import type { InteractionStanding } from "../../conversation/load/loadInteraction";
import type { Deps } from "../../deps";
import { memberFacts } from "../../request/changes/memberFacts";
import { loadRequest } from "../../request/load/loadRequest";
import type { Entry } from "../../writer/changes";

/** That an interaction has changed for these lists: who takes part in it, or whether it has ended. */
export function toldOf(interactionId: string, listIds: readonly string[]): Entry[] {
  return listIds.map((list) => ({ list, kind: "interaction", interaction_id: interactionId }));
}

/** What was said before somebody joined, as far as it is shown to them (P2). */
export function historyEntry(list: string, interactionId: string, afterOrdinal: number): Entry {
  return { list, kind: "history", interaction_id: interactionId, after_ordinal: afterOrdinal };
}

/** An invitation that is there no more. */
export function invitationGone(list: string, interactionId: string): Entry {
  return { list, kind: "hidden", interaction_id: interactionId, sequence_id: null };
}

/** What somebody may know of the sequence from here on: with it they may know it still once they left (P2). */
export async function sequenceFactsEntries(
  list: string,
  { audience, sequenceId }: Pick<InteractionStanding, "audience" | "sequenceId">,
  deps: Deps,
): Promise<Entry[]> {
  const loaded = audience === "customer" && sequenceId !== null ? await loadRequest(sequenceId, deps) : null;
  if (loaded === null) return [];
  return [{ list, kind: "sequence", sequence_id: loaded.request.sequence_id, facts: memberFacts(loaded) }];
}

/** The customer is told nothing of who comes and goes (P8). */
export function membersOf(parties: readonly PartyNow[]): PartyNow[] {
  return parties.filter(({ kind }) => kind !== "contact");
}
