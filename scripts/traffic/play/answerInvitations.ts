import { randomUUID } from "node:crypto";
import type { PlayedRep } from "./playedRep";
import type { InsideQuestion, Stage } from "./stage";
import { think } from "./think";

/**
 * Finds a rep's invitations to played backchannels. For each it passes to `begin` the work of accepting it and
 * answering its question.
 */
export async function answerInvitations(
  rep: PlayedRep,
  stage: Stage,
  signal: AbortSignal,
  begin: (work: Promise<void>) => void,
): Promise<void> {
  const rows = await rep.client.queue.backchannels.query({});
  for (const { interactionId, participation } of rows) {
    const asked = stage.insideQuestions.get(interactionId);
    if (participation !== "invited" || !asked || asked.isTaken) continue;
    asked.isTaken = true;
    begin(answer(interactionId, asked, rep, signal));
  }
}

async function answer(
  interactionId: string,
  asked: InsideQuestion,
  { client, random }: PlayedRep,
  signal: AbortSignal,
): Promise<void> {
  await client.interaction.answerInvitation.mutate({ interactionId, accepts: true });
  await think(500 + random.whole(500), signal);
  await client.interaction.post.mutate({
    interactionId,
    clientId: randomUUID(),
    body: asked.answer,
    expectedAudience: "internal",
  });
  asked.isAnswered = true;
}
