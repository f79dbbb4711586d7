import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { endBackchannel, reopenBackchannel } from "@/server/backchannel/commands/endBackchannel";
import { openBackchannel } from "@/server/backchannel/commands/openBackchannel";
import { answerInvitation, inviteParty } from "@/server/backchannel/commands/participants";
import { removeParticipant } from "@/server/backchannel/commands/removeParticipant";
import { editMessage, removeMessage } from "@/server/conversation/commands/editMessage";
import { markRead } from "@/server/conversation/commands/markRead";
import { postMessage } from "@/server/conversation/commands/postMessage";
import { postAsCustomer } from "@/server/customer/commands/postAsCustomer";
import { markCustomerRead } from "@/server/customer/commands/visitorSigns";
import type { Deps } from "@/server/deps";
import { renameSequence, setSequenceCategory } from "@/server/request/commands/changeSequence";
import { handOverRequest } from "@/server/request/commands/handOverRequest";
import { setSequenceState } from "@/server/request/commands/setSequenceState";
import { takeRequest } from "@/server/request/commands/takeRequest";
import { splitSequence } from "@/server/request/split/splitSequence";
import { undoSplit } from "@/server/request/split/undoSplit";
import { aCast, type Cast } from "../scenes/aCast";
import type { FakeClock } from "../world/fakeClock";
import { sequentialIds } from "../world/sequentialIds";
import type { Actor, CustomerName, Place, RepName, Step, TeamName } from "./histories";

const FIRST_HOUSE = 1_000_000;

/** The place where a history is played: its people, and what its steps have made so far. */
export type Stage = {
  readonly cast: Cast;
  readonly deps: Deps;
  readonly clock: FakeClock;
  /** Interactions by the step that opened them. */
  readonly asides: Map<number, string>;
  /** Messages by the step that wrote them. */
  readonly messages: Map<number, string>;
};

/**
 * A new stage with people of its own. Everything about it follows from `run`. The ids of its people ascend in one run
 * and descend in the next, since nothing may depend on their order.
 */
export async function newStage(run: number, { deps, clock }: { deps: Deps; clock: FakeClock }): Promise<Stage> {
  const own = { ...deps, newId: sequentialIds(run) };
  const order = run % 2 === 0 ? "ascending" : "descending";
  const cast = await aCast(`house${run}`, { ...deps, newId: sequentialIds(FIRST_HOUSE + run, order) });
  return { cast, deps: own, clock, asides: new Map(), messages: new Map() };
}

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

async function newestWords({ deps }: Stage, interactionId: string): Promise<string> {
  const newest = await deps.db
    .selectFrom("message")
    .innerJoin("contact", "contact.party_id", "message.author_id")
    .select("message.id")
    .where("message.interaction_id", "=", interactionId)
    .where("message.deleted_at", "is", null)
    .orderBy("message.ordinal", "desc")
    .executeTakeFirst();
  return newest?.id ?? refuse();
}

async function interactionAt(stage: Stage, place: Place): Promise<string> {
  if ("customer" in place) return (await newestRequest(stage, place.customer)).interactionId;
  return stage.asides.get(place.aside) ?? refuse();
}

async function newestRequest({ cast, deps }: Stage, customer: CustomerName) {
  const row = await deps.db
    .selectFrom("request")
    .innerJoin("sequence", "sequence.id", "request.sequence_id")
    .select(["request.sequence_id as sequenceId", "request.interaction_id as interactionId"])
    .select(["sequence.subject", "sequence.state", "sequence.category_id as categoryId"])
    .select("request.assigned_to_id as responderId")
    .where("request.contact_id", "=", cast.customers[customer].contactId)
    .orderBy("request.created_at", "desc")
    .orderBy("request.sequence_id", "desc")
    .executeTakeFirst();
  return row ?? refuse();
}

async function actorPov(stage: Stage, place: Place, actor: Actor): Promise<Pov> {
  if (actor !== "opener" && actor !== "responder") return stage.cast.pov(actor);
  if ("customer" in place) {
    const { responderId } = await newestRequest(stage, place.customer);
    return responderId === null ? refuse() : povOfParty(stage, responderId);
  }
  const { opened_by_id } = await stage.deps.db
    .selectFrom("interaction")
    .select("opened_by_id")
    .where("id", "=", await interactionAt(stage, place))
    .executeTakeFirstOrThrow();
  return povOfParty(stage, opened_by_id);
}

async function povOfParty({ cast }: Stage, partyIdOfRep: string): Promise<Pov> {
  const [name] = Object.entries(cast.house.reps).find(([, { id }]) => id === partyIdOfRep) ?? [];
  return name === undefined ? refuse() : cast.pov(name as RepName);
}

function partyId({ cast }: Stage, whom: RepName | TeamName): string {
  return whom === "cards" || whom === "loans" ? cast.house.teams[whom] : cast.house.reps[whom].id;
}

/** Refuses a step that refers to something that does not exist in this history. */
function refuse(): never {
  throw new DomainError("not_found");
}
