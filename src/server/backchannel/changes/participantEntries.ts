import type { PartyNow } from "../../conversation/load/currentParties";
import type { InteractionStanding } from "../../conversation/load/loadInteraction";
import type { Deps } from "../../deps";
import { memberFacts } from "../../request/changes/sequenceEntries";
import { loadRequest } from "../../request/load/loadRequest";
import type { Entry } from "../../writer/changes";

/** Tells these lists that an interaction has changed: its participants, or whether it has ended. */
export function toldOf(interactionId: string, listIds: readonly string[]): Entry[] {
  return listIds.map((list) => ({ list, kind: "interaction", interaction_id: interactionId }));
}

/** Shows a party who joins the messages after `afterOrdinal` (P2). */
export function historyEntry(list: string, interactionId: string, afterOrdinal: number): Entry {
  return { list, kind: "history", interaction_id: interactionId, after_ordinal: afterOrdinal };
}

/** Takes an invitation off a list. */
export function invitationGone(list: string, interactionId: string): Entry {
  return { list, kind: "hidden", interaction_id: interactionId, sequence_id: null };
}

/** What a party who joins may know of the sequence. They keep it once they leave (P2). Empty for a backchannel. */
export async function sequenceFactsEntries(
  list: string,
  { audience, sequenceId }: Pick<InteractionStanding, "audience" | "sequenceId">,
  deps: Deps,
): Promise<Entry[]> {
  const loaded = audience === "customer" && sequenceId !== null ? await loadRequest(sequenceId, deps) : null;
  if (loaded === null) return [];
  return [{ list, kind: "sequence", sequence_id: loaded.request.sequence_id, facts: memberFacts(loaded) }];
}

/** The parties but for the customer, who is not told who comes and goes (P8). */
export function membersOf(parties: readonly PartyNow[]): PartyNow[] {
  return parties.filter(({ kind }) => kind !== "contact");
}
