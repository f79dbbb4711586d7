import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "@/server/deps";
import { aCast, type Cast } from "../scenes/aCast";
import type { FakeClock } from "../world/fakeClock";
import type { Actor, CustomerName, Place, RepName, TeamName } from "./histories";

const FIRST_HOUSE = 1_000_000;
const HEX = 16;
/** The first 48 bits of a UUIDv7 of 2026-01-01. */
const FIRST_PREFIX = 0x019b7000_0000;

const MADE_MAX = 1_000_000;

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

/** Makes ids in the form of UUIDv7 that ascend (or descend), the same for the same `run`. */
function sequentialIds(run: number, order: "ascending" | "descending" = "ascending"): () => string {
  const prefix = (FIRST_PREFIX + 2 * run + (order === "descending" ? 0 : 1)).toString(HEX).padStart(12, "0");
  let made = 0;
  return () => {
    made += 1;
    const count = (order === "descending" ? MADE_MAX - made : made).toString(HEX).padStart(12, "0");
    return `${prefix.slice(0, 8)}-${prefix.slice(8)}-7000-8000-${count}`;
  };
}

/** The id of the customer's newest message in an interaction that is not deleted. @throws DomainError without one */
export async function newestWords({ deps }: Stage, interactionId: string): Promise<string> {
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

/** The interaction of a place. */
export async function interactionAt(stage: Stage, place: Place): Promise<string> {
  if ("customer" in place) return (await newestRequest(stage, place.customer)).interactionId;
  return stage.asides.get(place.aside) ?? refuse();
}

/** A customer's newest request. */
export async function newestRequest({ cast, deps }: Stage, customer: CustomerName) {
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

/** The present point of view of somebody in a place. */
export async function actorPov(stage: Stage, place: Place, actor: Actor): Promise<Pov> {
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

/** The present point of view of a rep by their id. */
export async function povOfParty({ cast }: Stage, partyIdOfRep: string): Promise<Pov> {
  const [name] = Object.entries(cast.house.reps).find(([, { id }]) => id === partyIdOfRep) ?? [];
  return name === undefined ? refuse() : cast.pov(name as RepName);
}

/** The id of a rep or a team by name. */
export function partyId({ cast }: Stage, whom: RepName | TeamName): string {
  return whom === "cards" || whom === "loans" ? cast.house.teams[whom] : cast.house.reps[whom].id;
}

/** Refuses a step that refers to something that does not exist in this history. */
export function refuse(): never {
  throw new DomainError("not_found");
}
