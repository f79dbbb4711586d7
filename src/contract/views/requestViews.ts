import type { SequenceState } from "@/domain/request/sequenceState";
import type { SlaMetric } from "@/domain/sla/slaClock";
import type { ClassificationView } from "./classifierViews";
import type { InteractionView } from "./conversationViews";

/**
 * A clock as it is shown. The server applies the calendar and says how the clock will change by time alone, so that a
 * browser later shows what the server would say then.
 */
export type ClockView = {
  metric: SlaMetric;
  state: "running" | "paused" | "outside_hours" | "met" | "breached";
  /** Null while paused and once met. */
  dueAt: Date | null;
  /** From then on it is at risk; null while it does not tick. */
  atRiskAt: Date | null;
  /** When it next changes between running and outside hours, alternating. */
  turnsAt: Date[];
};

export type CustomerCard = {
  contactId: string;
  name: string;
  accountNumber: string | null;
  tier: string | null;
  location: string | null;
  locale: string | null;
  timeZone: string | null;
  spendingCents: number | null;
  /** The currency of the spending (ISO 4217). */
  currency: string;
};

/** An escalation. A supervisor has it, or it waits; then `heldBy` is why nobody could take it at `triedAt`. */
export type EscalationView = {
  at: Date;
  byName: string;
  reason: string;
  state: "waiting" | "given";
  heldBy: string | null;
  triedAt: Date | null;
};

export type SequenceView = {
  id: string;
  reference: string;
  subject: string;
  state: SequenceState;
  categoryId: string | null;
  tags: string[];
  version: number;
  customer: CustomerCard;
  requestState: "unassigned" | "queued" | "assigned" | "retired";
  teamId: string | null;
  assignedTo: { id: string; name: string } | null;
  waitingSince: Date | null;
  clocks: ClockView[];
  escalation: EscalationView | null;
  rating: { score: number; comment: string | null } | null;
  /** The classifier's answer for the request; null if it was not asked. */
  classification: ClassificationView | null;
  /** Whether the category is known to be right: it was set or confirmed, or the request was completed with it. */
  isCategoryConfirmed: boolean;
  startedAt: Date;
  endedAt: Date | null;
  /** The interactions that the viewer sees: the customer's first, then backchannels by start. */
  interactions: InteractionView[];
  /** Other sequences of this conversation that the viewer may see (R19). */
  otherSequences: { id: string; reference: string; subject: string; state: SequenceState; startedAt: Date }[];
  /** What the viewer may do here (`abilities`), so that no screen guesses. */
  may: {
    reply: boolean;
    take: boolean;
    change: boolean;
    handOver: boolean;
    escalate: boolean;
    openBackchannel: boolean;
    seeRouting: boolean;
  };
  asOf: string;
};

/** The sequence that a reference leads to. Its page shows the rest. */
export type FoundSequence = { id: string; reference: string };

export type RoutingTrace = {
  decidedAt: Date;
  outcome: unknown;
  steps: unknown[];
}[];
