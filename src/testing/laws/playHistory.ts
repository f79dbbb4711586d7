import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { answerInvitation } from "@/server/backchannel/commands/answerInvitation";
import { endBackchannel, reopenBackchannel } from "@/server/backchannel/commands/endBackchannel";
import { inviteParty } from "@/server/backchannel/commands/inviteParty";
import { openBackchannel } from "@/server/backchannel/commands/openBackchannel";
import { removeParticipant } from "@/server/backchannel/commands/removeParticipant";
import { editMessage, removeMessage } from "@/server/conversation/commands/editMessage";
import { markRead } from "@/server/conversation/commands/markRead";
import { postMessage } from "@/server/conversation/commands/postMessage";
import { postAsCustomer } from "@/server/customer/commands/postAsCustomer";
import { markCustomerRead } from "@/server/customer/commands/visitorSigns";
import { renameSequence, setSequenceCategory } from "@/server/request/commands/changeSequence";
import { handOverRequest } from "@/server/request/commands/handOverRequest";
import { setSequenceState } from "@/server/request/commands/setSequenceState";
import { takeRequest } from "@/server/request/commands/takeRequest";
import { splitSequence } from "@/server/request/split/splitSequence";
import { undoSplit } from "@/server/request/split/undoSplit";
import type { Step } from "./histories";
import { actorPov, interactionAt, newestRequest, newestWords, partyId, povOfParty, refuse, type Stage } from "./stage";

/**
 * Plays the steps through the real commands and skips the refused ones.
 *
 * @param between called after every step with its index
 * @returns the number of steps that were not refused
 */
export async function playHistory(
  stage: Stage,
  steps: readonly Step[],
  between: (step: number) => Promise<void> = async () => {},
): Promise<number> {
  let played = 0;
  for (const [index, step] of steps.entries()) {
    stage.clock.advance(step.afterMs);
    played += (await isPlayed(stage, step, index)) ? 1 : 0;
    await between(index);
  }
  return played;
}

async function isPlayed(stage: Stage, step: Step, index: number): Promise<boolean> {
  try {
    await play(stage, step, index);
    return step.do !== "nothing";
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

async function play(stage: Stage, step: Step, index: number): Promise<void> {
  switch (step.do) {
    case "nothing":
      return;
    case "write":
      return write(stage, step);
    case "edit":
    case "delete":
      return revise(stage, step);
    case "post":
    case "open":
    case "invite":
    case "answer":
    case "leave":
    case "remove":
    case "end":
    case "reopen":
      return takePart(stage, step, index);
    case "read":
      return read(stage, step);
    case "rename":
    case "handOver":
    case "take":
    case "categorize":
    case "setState":
      return handle(stage, step);
    case "split":
    case "undoSplit":
      return part(stage, step);
  }
}

type Of<Do extends Step["do"]> = Extract<Step, { do: Do }>;

async function write({ cast, deps }: Stage, step: Of<"write">): Promise<void> {
  const { contactId } = cast.customers[step.customer];
  await postAsCustomer(contactId, { clientId: deps.newId(), body: step.words, categoryId: null }, deps);
}

/** Reads to the end: the ordinal is beyond that of any message in a history. */
async function read(stage: Stage, { in: place, by }: Of<"read">): Promise<void> {
  if (by === "customer")
    return "customer" in place ? markCustomerRead(stage.cast.customers[place.customer], stage.deps) : refuse();
  const interactionId = await interactionAt(stage, place);
  return markRead(await actorPov(stage, place, by), { interactionId, ordinal: 1_000 }, stage.deps);
}

async function revise(stage: Stage, step: Of<"edit" | "delete">): Promise<void> {
  const { deps, messages } = stage;
  const messageId = messages.get(step.post);
  if (messageId === undefined) return refuse();
  const { author_id } = await deps.db
    .selectFrom("message")
    .select("author_id")
    .where("id", "=", messageId)
    .executeTakeFirstOrThrow();
  const pov = await povOfParty(stage, author_id);
  if (step.do === "edit") return editMessage(pov, { messageId, body: step.words }, deps);
  return removeMessage(pov, { messageId }, deps);
}

async function takePart(
  stage: Stage,
  step: Of<"post" | "open" | "invite" | "answer" | "leave" | "remove" | "end" | "reopen">,
  index: number,
): Promise<void> {
  const { deps, cast } = stage;
  const interactionId = await interactionAt(stage, step.in);
  const pov = await actorPov(stage, step.in, step.by);
  switch (step.do) {
    case "post":
      return post(stage, pov, { ...step, interactionId }, index);
    case "open":
      return open(stage, pov, { ...step, interactionId }, index);
    case "invite":
      return inviteParty(pov, { interactionId, partyId: partyId(stage, step.whom), showFrom: step.showFrom }, deps);
    case "answer":
      return answerInvitation(pov, { interactionId, accepts: step.accepts }, deps);
    case "leave":
      return removeParticipant(pov, { interactionId, partyId: pov.partyId }, deps);
    case "remove":
      return removeParticipant(pov, { interactionId, partyId: cast.house.reps[step.whom].id }, deps);
    case "end":
      return endBackchannel(pov, { interactionId }, deps);
    case "reopen":
      return reopenBackchannel(pov, { interactionId }, deps);
  }
}

async function post(stage: Stage, pov: Pov, step: Of<"post"> & { interactionId: string }, index: number) {
  const { interactionId, words } = step;
  const { messageId } = await postMessage(
    pov,
    {
      interactionId,
      clientId: stage.deps.newId(),
      body: words,
      expectedAudience: "aside" in step.in ? "internal" : "customer",
    },
    stage.deps,
  );
  stage.messages.set(index, messageId);
}

async function open(stage: Stage, pov: Pov, step: Of<"open"> & { interactionId: string }, index: number) {
  const { deps } = stage;
  const isTeam = step.whom === "cards" || step.whom === "loans";
  const invited = partyId(stage, step.whom);
  const { interactionId } = await openBackchannel(
    pov,
    {
      parentId: step.interactionId,
      clientId: deps.newId(),
      question: step.words,
      teamIds: isTeam ? [invited] : [],
      repIds: isTeam ? [] : [invited],
      sharedMessageIds: [],
      sharesCustomerName: false,
    },
    deps,
  );
  stage.asides.set(index, interactionId);
  const question = await deps.db
    .selectFrom("message")
    .select("id")
    .where("interaction_id", "=", interactionId)
    .executeTakeFirstOrThrow();
  stage.messages.set(index, question.id);
}

async function handle(
  stage: Stage,
  step: Of<"rename" | "handOver" | "take" | "categorize" | "setState">,
): Promise<void> {
  const { deps } = stage;
  const { sequenceId, subject, state, categoryId: seen } = await newestRequest(stage, step.customer);
  const pov = await actorPov(stage, { customer: step.customer }, step.by);
  switch (step.do) {
    case "rename":
      await renameSequence(pov, { sequenceId, seen: subject, subject: step.words }, deps);
      return;
    case "handOver": {
      const id = partyId(stage, step.to);
      const to = step.to === "cards" || step.to === "loans" ? { teamId: id } : { repId: id };
      return handOverRequest(pov, { sequenceId, to }, deps);
    }
    case "take":
      return takeRequest(pov, sequenceId, deps);
    case "categorize": {
      const categoryId = stage.cast.house.categories[step.category];
      await setSequenceCategory(pov, { sequenceId, categoryId, seen }, deps);
      return;
    }
    case "setState":
      await setSequenceState(pov, { sequenceId, seen: state, state: step.state }, deps);
  }
}

async function part(stage: Stage, step: Of<"split" | "undoSplit">): Promise<void> {
  const { deps } = stage;
  const { sequenceId, interactionId } = await newestRequest(stage, step.customer);
  const pov = await actorPov(stage, { customer: step.customer }, step.by);
  if (step.do === "undoSplit") {
    await undoSplit(pov, { sequenceId }, deps);
    return;
  }
  const messageId = await newestWords(stage, interactionId);
  await splitSequence(pov, { sequenceId, messageId, keeps: step.keeps }, deps);
}
