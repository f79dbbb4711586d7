import type { Calendar } from "@/domain/sla/hours/calendar";
import type { SlaClock } from "@/domain/sla/slaClock";
import type { SlaPolicy } from "@/domain/sla/slaPolicy";
import type { SequenceState } from "./sequenceState";

export type RequestState = "unassigned" | "queued" | "assigned" | "retired";

/** What the rules need to know of a request and its sequence at one moment. Instants are epoch ms. */
export type RequestFacts = {
  readonly state: RequestState;
  readonly sequenceState: SequenceState;
  /** When the customer wrote the first unanswered message; null while we wait for them. */
  readonly waitingSinceMs: number | null;
  readonly lastCustomerMessageAtMs: number | null;
  readonly lastReplyAtMs: number | null;
  /** When the customer last got feedback: while they wait (R3, R4), or on going away (R17). */
  readonly lastStatusUpdateAtMs: number | null;
  readonly pickedUpAtMs: number | null;
  /** R17: whether we told the customer that they seem to be away. */
  readonly awayStep: "none" | "noticed";
  readonly retiredAtMs: number | null;
  readonly retireReason: RetireReason | null;
  readonly clocks: readonly SlaClock[];
  /** Since when the customer owes us an answer (R17); null while they owe none. */
  readonly owedSinceMs: number | null;
  /** The last out-of-hours feedback (R2); null after the announced opening and after our answer. */
  readonly toldClosed: ToldClosed | null;
};

/** When we said that we are closed, and the opening that we announced; null where none was in sight. */
export type ToldClosed = { readonly atMs: number; readonly opensAtMs: number | null };

export type RetireReason = "completed" | "no_answer";

/** The organization's settings for a request. */
export type RequestSettings = {
  readonly policy: SlaPolicy;
  /** The hours of the request's team, or of the organization without a team; null is around the clock. */
  readonly calendar: Calendar | null;
  /** R17: the silence after which the request becomes pending, in open time. */
  readonly awayAfterMs: number;
  /** R17: the silence after which it is retired, as a multiple (2 to 10) of the first. */
  readonly retireMultiple: number;
};

/** What can happen to a request, other than by its timer. */
export type RequestEvent =
  | { readonly type: "customer_message" }
  | { readonly type: "rep_reply"; readonly thenState?: SequenceState | undefined }
  | { readonly type: "queued" }
  | { readonly type: "picked_up" }
  | { readonly type: "state_set"; readonly state: SequenceState };

/** A request before its first message: unassigned, without clocks. */
export const NEW_REQUEST: RequestFacts = {
  state: "unassigned",
  sequenceState: "open",
  waitingSinceMs: null,
  lastCustomerMessageAtMs: null,
  lastReplyAtMs: null,
  lastStatusUpdateAtMs: null,
  pickedUpAtMs: null,
  awayStep: "none",
  retiredAtMs: null,
  retireReason: null,
  clocks: [],
  owedSinceMs: null,
  toldClosed: null,
};
