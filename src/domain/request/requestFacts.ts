import type { Calendar } from "@/domain/sla/hours/calendar";
import type { SlaClock } from "@/domain/sla/slaClock";
import type { SlaPolicy } from "@/domain/sla/slaPolicy";
import type { SequenceState } from "./sequenceState";

export type RequestState = "unassigned" | "queued" | "assigned" | "retired";

/** A request and its sequence at one moment, as far as their rules look at them. Instants are epoch ms. */
export type RequestFacts = {
  readonly state: RequestState;
  readonly sequenceState: SequenceState;
  /** Since when the customer waits for us; null while we wait for them. */
  readonly waitingSinceMs: number | null;
  readonly lastCustomerMessageAtMs: number | null;
  readonly lastReplyAtMs: number | null;
  /** The last time the customer was told where they stand: while they wait (R3, R4), or that they went away (R17). */
  readonly lastStatusUpdateAtMs: number | null;
  readonly pickedUpAtMs: number | null;
  /** R17: whether the customer was told that we noticed them going away. */
  readonly awayStep: "none" | "noticed";
  readonly retiredAtMs: number | null;
  readonly retireReason: RetireReason | null;
  readonly clocks: readonly SlaClock[];
  /** Since when the customer owes us an answer (R17); null while we owe one. */
  readonly owedSinceMs: number | null;
  /** What the customer was last told of closed hours (R2); null once we were to be open again, or have answered. */
  readonly toldClosed: ToldClosed | null;
};

/** `opensAtMs` is null where no opening was in sight. */
export type ToldClosed = { readonly atMs: number; readonly opensAtMs: number | null };

export type RetireReason = "completed" | "no_answer";

/** What the organization has set for its requests. */
export type RequestSettings = {
  readonly policy: SlaPolicy;
  /** The hours of its team, or the organization's where no team has it; null: around the clock. */
  readonly calendar: Calendar | null;
  /** R17: the first silence, after which the request becomes pending. */
  readonly awayAfterMs: number;
  /** R17: the second silence, as a multiple (2 to 10) of the first. */
  readonly retireMultiple: number;
};

/** What happens to a request from outside its timers. */
export type RequestEvent =
  | { readonly type: "customer_message" }
  | { readonly type: "rep_reply"; readonly thenState?: SequenceState | undefined }
  | { readonly type: "queued" }
  | { readonly type: "picked_up" }
  | { readonly type: "state_set"; readonly state: SequenceState };

/** A request before its first message: with nobody, and nothing counted yet. */
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
