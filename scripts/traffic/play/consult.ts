import { randomUUID } from "node:crypto";
import type { Consultation } from "./plan";
import type { PlayedRep } from "./playedRep";
import type { Stage } from "./stage";
import { think } from "./think";

const ANSWER_BUDGET_MS = 60_000;
const LOOK_EVERY_MS = 250;

/** Asks another team in a backchannel and waits at most a minute for its answer. Does nothing without a played team. */
export async function consult(
  parentId: string,
  { question, answer }: Consultation,
  rep: PlayedRep,
  { stage, team, signal }: { stage: Stage; team: readonly PlayedRep[]; signal: AbortSignal },
): Promise<void> {
  const teamIds = teamsOfOthers(rep, team);
  if (teamIds.length === 0) return;
  const { interactionId } = await rep.client.interaction.openBackchannel.mutate({
    parentId,
    question,
    teamIds: [rep.random.pick(teamIds)],
    repIds: [],
    sharedMessageIds: [],
    sharesCustomerName: false,
    clientId: randomUUID(),
  });
  const asked = { answer, isTaken: false, isAnswered: false };
  stage.insideQuestions.set(interactionId, asked);
  const deadlineMs = performance.now() + ANSWER_BUDGET_MS;
  while (!asked.isAnswered && !signal.aborted && performance.now() < deadlineMs) await think(LOOK_EVERY_MS, signal);
  if (!asked.isAnswered && !signal.aborted) stage.ledger.noteError("a backchannel got no answer");
  await rep.client.interaction.messages.query({ interactionId });
}

/** Returns the teams that have another played rep and not the asking one. */
function teamsOfOthers(rep: PlayedRep, team: readonly PlayedRep[]): string[] {
  const own = new Set(rep.me.teams.map(({ id }) => id));
  const others = team.filter(
    ({ me }) => me.organization.id === rep.me.organization.id && me.partyId !== rep.me.partyId,
  );
  return [...new Set(others.flatMap(({ me }) => me.teams.map(({ id }) => id)))].filter((id) => !own.has(id));
}
