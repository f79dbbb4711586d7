import type { Selectable } from "kysely";
import type { Message } from "../db/generated/tables";
import type { NewRow, RowPatch } from "./columns";

/** A message to post. The writer finds its ordinal, its order among others and its readers under the lock. */
export type Post = Pick<
  Selectable<Message>,
  "id" | "interaction_id" | "author_id" | "alias_name" | "alias_picture" | "kind" | "carrier" | "body" | "client_id"
> & {
  content?: unknown;
  /** The organization speaks, not a participant: waiting feedback, rating requests. */
  by_the_house?: boolean;
};

/** What a list gains. `history` becomes one entry for each message after `after_ordinal`. */
export type Entry =
  | { list: string; kind: "interaction"; interaction_id: string }
  | { list: string; kind: "sequence"; sequence_id: string; facts: unknown }
  | { list: string; kind: "hidden"; interaction_id: string | null; sequence_id: string | null }
  | { list: string; kind: "history"; interaction_id: string; after_ordinal: number };

/** The right category of a request, as somebody knows it now. Null takes back what was known. */
export type Label = {
  organization_id: string;
  sequence_id: string;
  category_id: string | null;
  /** What `requestText` made of the request. */
  text: string;
  source: "rep" | "routing" | "customer";
  weight: number;
  contact_id: string;
  by_id: string | null;
};

/** A job to run at `runAt`. It replaces the job with the same key. */
export type Timer = { task: string; key: string; payload: unknown; runAt: Date };

/** The lists that a change may consist of. */
export type ChangeLists = {
  /** The versions of the requests that the decision rests on. */
  expect?: { sequenceId: string; version: number }[];
  /** `skipsBusy`: answer 'busy' at once if another transaction is giving that rep work. */
  take?: { repId: string; weight: number; beyondCapacity?: boolean; skipsBusy?: boolean }[];
  release?: { repId: string; weight: number }[];
  conversation?: NewRow<"conversation">[];
  sequence?: NewRow<"sequence">[];
  interaction?: NewRow<"interaction">[];
  participation?: NewRow<"participation">[];
  leave?: { interaction_id: string; party_id: string; removed_by_id: string | null }[];
  answerInvitation?: {
    id: string;
    accepted_at: Date | null;
    declined_at: Date | null;
    decline_reason: string | null;
  }[];
  request?: NewRow<"request">[];
  clocks?: NewRow<"sla_clock">[];
  decision?: NewRow<"routing_decision">[];
  audit?: NewRow<"audit_entry">[];
  answered?: NewRow<"answered_contact">[];
  rating?: NewRow<"rating">[];
  /** What the classifier said. It replaces an earlier answer only if that one was undecided. */
  classification?: NewRow<"classification">[];
  label?: Label[];
  pace?: NewRow<"rep_pace">[];
  /** Only the named columns change. A row is named once. `bump` makes decisions on the earlier version stale. */
  patchRequest?: (RowPatch<"request"> & { sequence_id: string; bump: boolean })[];
  patchSequence?: (RowPatch<"sequence"> & { id: string })[];
  patchClock?: (RowPatch<"sla_clock"> & { id: string })[];
  pause?: NewRow<"sla_pause">[];
  resume?: { clockId: string }[];
  rate?: { sequence_id: string; contact_id: string; score: number; comment: string | null }[];
  /** Takes back the question for a rating. `stale_version` if the customer has answered it since. */
  unaskRating?: { sequence_id: string; asked_at: Date }[];
  /** Restores the pauses of a clock as before a closing: those that it began go, those that it ended go on. */
  restoreClock?: { clock_id: string; closed_at: Date; reasons: string[] }[];
  /** Ends an interaction, opens it again (C7), or moves it to another sequence. */
  patchInteraction?: { id: string; ended_at?: Date | null; sequence_id?: string; parent_id?: string }[];
  /** Copies messages to the end of another interaction. Only `entries` show them to anybody there. */
  copyMessages?: { from: string; to: string; messages: { id: string; of: string; client_id: string }[] }[];
  /** Reaches the parties who take part at the moment of the commit and were shown the message. */
  editMessage?: {
    id: string;
    interaction_id: string;
    revision: number;
    body: string;
    deleted_at: Date | null;
    /** Without it, the author must take part. */
    by_the_house?: boolean;
  }[];
  posts?: Post[];
  entries?: Entry[];
  timers?: Timer[];
};

/** Exists in types only, not at run time. */
declare const COMPOSED: unique symbol;

/**
 * Marks what `composeChanges` and `composePart` made. A spread keeps the public member and loses the protected one, so
 * an object with a part spread into it compiles neither as a part nor as plain lists. Such a spread would lose the
 * first of two lists with the same name.
 */
declare abstract class Composed {
  readonly [COMPOSED]: true;
  protected readonly isWhole: true;
}

type ComposedLists = ChangeLists & Composed;

/** What a function adds to a change. `composePart` makes it; compose it, never spread it. */
export type PartOfChanges = ComposedLists & { at?: never };

/** Lists written out by hand, with no part spread into them. */
export type PlainLists = ChangeLists & { at?: never; readonly [COMPOSED]?: never };

/**
 * Everything that one command changes. `composeChanges` makes it; `commit_changes` (server/writer/sql) checks and
 * writes it in one round trip and one transaction, or refuses all of it.
 */
export type Changes = ComposedLists & { at: Date; organizationId: string };

/** When and in which organization something changes. */
export type ChangeBase = { at: Date; organizationId: string; readonly [COMPOSED]?: never };

/** What a commit wrote. */
export type Committed = {
  outcome: "committed";
  posts: { id: string; interactionId: string; ordinal: number }[];
  /** The new head of each list that gained entries. */
  heads: Record<string, number>;
};
/** Anything but "committed" has written nothing. `messageId` is the id of the message that has the client id. */
export type CommitOutcome =
  | Committed
  | { outcome: "duplicate"; messageId: string }
  | { outcome: "stale" }
  | { outcome: "no_capacity"; repId: string }
  | { outcome: "busy"; repId: string };
