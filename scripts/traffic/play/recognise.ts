import type { QueueRow } from "@/contract/views/queueViews";
import type { PlayedRep } from "./playedRep";
import type { PlayedRequest, Stage } from "./stage";

/**
 * Opens a request from a rep's list and returns the played request; null if a real customer wrote it, or if the rep
 * does not see it any more.
 */
export async function recognise(row: QueueRow, rep: PlayedRep, stage: Stage): Promise<PlayedRequest | null> {
  const known = stage.recognised.get(row.sequenceId);
  if (known !== undefined) return known;
  const clientIds = await customerClientIds(row.sequenceId, rep);
  // It changed hands meanwhile. Remember nothing: its present holder will look again.
  if (clientIds.length === 0) return null;
  const played = clientIds.map((id) => stage.requests.get(id)).find((each) => each !== undefined) ?? null;
  stage.recognised.set(row.sequenceId, played);
  if (played) stage.ledger.note(played.customer, row.requestState === "assigned" ? "routed" : "queued");
  return played;
}

/** Opens a sequence and returns the interaction with its customer and its team. */
export async function openSequence(
  sequenceId: string,
  { client }: PlayedRep,
): Promise<{ interactionId: string; teamId: string | null }> {
  const { interactions, teamId } = await client.sequence.get.query({ sequenceId });
  const interactionId = interactions.find(({ audience }) => audience === "customer")?.id;
  if (interactionId === undefined) throw new Error("a request without its customer's interaction");
  return { interactionId, teamId };
}

/** Somebody else may take it between the list and the look. That is not an error. */
async function customerClientIds(sequenceId: string, rep: PlayedRep): Promise<string[]> {
  try {
    const { interactionId } = await openSequence(sequenceId, rep);
    const page = await rep.client.interaction.messages.query({ interactionId });
    return page.messages.filter(({ author }) => author.kind === "contact").map(({ clientId }) => clientId);
  } catch {
    return [];
  }
}
