import type { QueueRow } from "@/contract/views/queueViews";
import type { PlayedRep } from "./playedRep";
import type { PlayedRequest, Stage } from "./stage";

/**
 * Opens a request that a rep sees in a list and tells whether a played customer wrote it; null for those of others,
 * and for one that went out of sight meanwhile.
 */
export async function recognise(row: QueueRow, rep: PlayedRep, stage: Stage): Promise<PlayedRequest | null> {
  const known = stage.recognised.get(row.sequenceId);
  if (known !== undefined) return known;
  const clientIds = await customerClientIds(row.sequenceId, rep);
  // It changed hands during the look: whoever has it now looks again, and what nobody saw is not remembered.
  if (clientIds.length === 0) return null;
  const played = clientIds.map((id) => stage.requests.get(id)).find((each) => each !== undefined) ?? null;
  stage.recognised.set(row.sequenceId, played);
  if (played) stage.ledger.note(played.customer, row.requestState === "assigned" ? "routed" : "queued");
  return played;
}

/** Opens a sequence: the interaction with its customer, and the team that it belongs to. */
export async function openSequence(
  sequenceId: string,
  { client }: PlayedRep,
): Promise<{ interactionId: string; teamId: string | null }> {
  const { interactions, teamId } = await client.sequence.get.query({ sequenceId });
  const interactionId = interactions.find(({ audience }) => audience === "customer")?.id;
  if (interactionId === undefined) throw new Error("a request without its customer's interaction");
  return { interactionId, teamId };
}

/** Somebody else may take it between the list and the look: then it is not there any more, and that is no error. */
async function customerClientIds(sequenceId: string, rep: PlayedRep): Promise<string[]> {
  try {
    const { interactionId } = await openSequence(sequenceId, rep);
    const page = await rep.client.interaction.messages.query({ interactionId });
    return page.messages.filter(({ author }) => author.kind === "contact").map(({ clientId }) => clientId);
  } catch {
    return [];
  }
}
