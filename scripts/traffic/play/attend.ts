import { randomUUID } from "node:crypto";
import { refusalCode } from "../desk/procedureClient";
import { consult } from "./consult";
import type { PlayedRep } from "./playedRep";
import { openSequence } from "./recognise";
import type { PlayedRequest, Stage } from "./stage";
import { think } from "./think";

const CUSTOMER_BUDGET_MS = 30_000;
const LOOK_EVERY_MS = 250;

/** Plays a rep's side of a request until it is closed. It notes failures in the ledger and never throws. */
export async function attend(
  sequenceId: string,
  played: PlayedRequest,
  rep: PlayedRep,
  setting: { stage: Stage; team: readonly PlayedRep[]; signal: AbortSignal },
): Promise<void> {
  rep.inHand += 1;
  try {
    const { interactionId, teamId } = await openSequence(sequenceId, rep);
    await sayAllTurns(interactionId, played, rep, setting);
    if (setting.signal.aborted) return;
    setting.stage.ledger.note(played.customer, "closed");
    setting.stage.closedTeamIds.set(sequenceId, teamId);
  } catch (error) {
    setting.stage.ledger.noteError(`rep: ${refusalCode(error)}`);
  } finally {
    rep.inHand -= 1;
  }
}

async function sayAllTurns(
  interactionId: string,
  played: PlayedRequest,
  rep: PlayedRep,
  setting: Parameters<typeof attend>[3],
): Promise<void> {
  const { plan } = played;
  let customerTurns = 0;
  for (const turn of plan.turns) {
    if (turn.by === "customer") {
      customerTurns += 1;
      continue;
    }
    await waitForCustomer(played, customerTurns, setting.signal);
    if (turn.thenState === "closed" && plan.consultation) await consult(interactionId, plan.consultation, rep, setting);
    await rep.client.interaction.typing.mutate({ interactionId });
    await think(600 + rep.random.whole(1_000), setting.signal);
    if (setting.signal.aborted) return;
    await reply(interactionId, turn, rep);
  }
}

/** Waits for the customer's next message, unless they have left or take too long. */
async function waitForCustomer(played: PlayedRequest, customerTurns: number, signal: AbortSignal): Promise<void> {
  const deadlineMs = performance.now() + CUSTOMER_BUDGET_MS;
  const isWaiting = () => !played.plan.leaves && played.saidCount <= customerTurns && !signal.aborted;
  while (isWaiting() && performance.now() < deadlineMs) await think(LOOK_EVERY_MS, signal);
}

async function reply(
  interactionId: string,
  { text, thenState }: PlayedRequest["plan"]["turns"][number],
  { client }: PlayedRep,
): Promise<void> {
  await client.interaction.post.mutate({
    interactionId,
    clientId: randomUUID(),
    body: text,
    expectedAudience: "customer",
    ...(thenState ? { thenState } : {}),
  });
}
