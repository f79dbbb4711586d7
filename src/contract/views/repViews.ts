import type { ParticipationStatus, ViewerStanding } from "@/domain/pov/isSeenByPrivilege";
import type { SequenceState } from "@/domain/request/sequenceState";
import type { Availability } from "@/domain/routing/availability";
import type { RepElimination } from "@/domain/routing/rep/eliminationOf";
import type { QueueHold } from "@/domain/routing/routingDecision";
import type { SlaMetric } from "@/domain/sla/slaClock";
import type { ClassificationView } from "./classifierViews";

/** What members of an organization are shown. One query through a point of view fills each shape. */

export type RepRole = "rep" | "supervisor" | "administrator";

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

export type PartyView = { id: string; kind: "rep" | "contact" | "team" | "organization" | "system"; name: string };

/** One row of a queue: a sequence with its request, as far as the viewer may see it. */
export type QueueRow = {
  sequenceId: string;
  reference: string;
  subject: string;
  state: SequenceState;
  customerName: string;
  categoryId: string | null;
  tags: string[];
  teamId: string | null;
  assignedTo: { id: string; name: string } | null;
  requestState: "unassigned" | "queued" | "assigned" | "retired";
  waitingSince: Date | null;
  nextDueAt: Date | null;
  clock: ClockView | null;
  lastMessageAt: Date | null;
  lastMessagePreview: string;
  unreadCount: number;
  isEscalated: boolean;
  /** When the request was completed; null before. */
  closedAt: Date | null;
  /** Why no supervisor could take its escalation yet; null if none waits. */
  escalationHeldBy: string | null;
  version: number;
};

/** The sequence that a reference leads to. Its page shows the rest. */
export type FoundSequence = { id: string; reference: string };

/** A backchannel in a viewer's list. It holds nothing of its parent (P4). */
export type BackchannelRow = {
  interactionId: string;
  name: string;
  invitedBy: string | null;
  /** The question asked with the invitation. */
  note: string | null;
  participation: "invited" | "taking_part";
  startedAt: Date;
  lastMessageAt: Date | null;
  unreadCount: number;
};

/** Why a request waits without a team. */
export type UnassignedHold = { reason: "no_category" | "category_without_team"; opensAtMs: number | null };

/**
 * What holds waiting requests in their queues now (R11). A hold is null if nothing holds the request, so that it is
 * given out at once.
 */
export type QueueHolds = {
  /** The viewer's teams, and those they supervise. */
  teams: {
    teamId: string;
    name: string;
    waiting: number;
    /**
     * The hold of a request without required skills; if that would be given out, the hold of the most urgent request.
     */
    hold: QueueHold | null;
    /** Why the viewer gets no requests of this team now; null if they do, or are not a member. */
    own: RepElimination | null;
  }[];
  /** The holds of the requests that were asked for, still wait, and are visible to the viewer. */
  requests: { sequenceId: string; teamId: string | null; hold: QueueHold | UnassignedHold | null }[];
};

export type QueuePage = { rows: QueueRow[]; nextCursor: string | null; asOf: string };

export type QueueCounts = {
  mine: number;
  unassigned: number;
  closed: number;
  backchannels: number;
  invitations: number;
  teams: { teamId: string; name: string; waiting: number }[];
};

export type ParticipantView = {
  party: PartyView;
  role: "customer" | "responder" | "specialist" | "supervisor" | "member";
  status: ParticipationStatus;
  declineReason: string | null;
  joinedAt: Date | null;
  leftAt: Date | null;
  /** Whether the viewer may remove them; for the viewer, whether they may leave. */
  mayRemove: boolean;
};

export type InteractionView = {
  id: string;
  /** Null if the viewer cannot see the parent, which then does not exist for them (P4). */
  sequenceId: string | null;
  parentId: string | null;
  audience: "customer" | "internal";
  name: string | null;
  startedAt: Date;
  endedAt: Date | null;
  participants: ParticipantView[];
  /** Only a viewer who takes part now may post. */
  viewer: ViewerStanding;
  /** Whether the viewer may end it, or reopen it once it has ended. */
  mayEnd: boolean;
  unreadCount: number;
  lastReadOrdinal: number;
};

/** A shared message. The author is null if the customer's name was not shared (P4). */
export type ExcerptLine = { authorName: string | null; isCustomer: boolean; body: string; sentAt: Date };

export type MessageView = {
  id: string;
  interactionId: string;
  ordinal: number;
  /** The id that the client made, so that an optimistic message and its echo are one. */
  clientId: string;
  author: PartyView;
  aliasName: string;
  isMine: boolean;
  kind: "text" | "note" | "excerpt" | "feedback" | "rating_request";
  body: string;
  excerpt: { customerName: string | null; lines: ExcerptLine[] } | null;
  /** The code of feedback, for its text in the viewer's language. */
  feedback: string | null;
  sentAt: Date;
  editedAt: Date | null;
};

export type MessagePage = { interactionId: string; messages: MessageView[]; hasEarlier: boolean; asOf: string };

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

export type RoutingTrace = {
  decidedAt: Date;
  outcome: unknown;
  steps: unknown[];
}[];

export type DirectoryEntry =
  | { kind: "team"; id: string; name: string; availableCount: number; isOpen: boolean; opensAt: Date | null }
  | { kind: "rep"; id: string; name: string; teamNames: string[]; availability: Availability };

export type CategoryView = {
  id: string;
  parentId: string | null;
  name: string;
  teamId: string | null;
  isRetired: boolean;
};

export type AbsenceCause = "unseen" | "signed_out";

/** Why and when Parley took the viewer off duty, and their availability before. */
export type AbsenceView = { cause: AbsenceCause; at: Date; before: Availability };

export type MeView = {
  partyId: string;
  name: string;
  email: string;
  publicName: string;
  role: RepRole;
  theme: "system" | "light" | "dark";
  organization: {
    id: string;
    name: string;
    aliasName: string;
    /** Whether customers see the public names of reps; otherwise they see only the organization's alias (P8). */
    showsPublicNames: boolean;
    timeZone: string;
  };
  teams: { id: string; name: string; isSupervisor: boolean; isSpecialist: boolean }[];
  mayWatchBoard: boolean;
  availability: Availability;
  load: { used: number; capacity: number };
  /** Set until the viewer chooses an availability again. */
  absence: AbsenceView | null;
  /** What administrators should know about their organization now; empty for all others. */
  notices: AdministratorNotice[];
  serverTime: Date;
  /** The position at which the viewer's stream starts. */
  asOf: string;
};

/** The classifier was right too rarely, so its threshold was raised (R6). */
export type AdministratorNotice = {
  code: "classifier_threshold_raised";
  at: Date;
  precision: number;
  from: number;
  to: number;
};

/** Live figures for supervisors (B2). Every figure opens its requests with the same filter. */
export type BoardView = {
  asOf: Date;
  waiting: number;
  longestWaitingSince: Date | null;
  breached: number;
  atRisk: number;
  assigned: number;
  /** The escalations that no supervisor could take yet. */
  escalated: number;
  closedToday: number;
  rating: { average: number | null; count: number };
  nextBreaches: {
    sequenceId: string;
    reference: string;
    subject: string;
    customerName: string;
    metric: SlaMetric;
    dueAt: Date;
    teamName: string | null;
    assignedTo: string | null;
  }[];
  reps: {
    repId: string;
    name: string;
    teamNames: string[];
    availability: Availability;
    availabilitySince: Date;
    /** Why Parley took them off duty; null if they chose their availability themselves. */
    absence: AbsenceCause | null;
    used: number;
    capacity: number;
    open: number;
    late: number;
  }[];
  queues: {
    teamId: string | null;
    name: string;
    waiting: number;
    longestWaitingSince: Date | null;
    assigned: number;
    breached: number;
    availableReps: number;
  }[];
  categories: { categoryId: string | null; name: string; teamId: string | null; waiting: number; assigned: number }[];
};

/** The figures of the board whose requests can be listed. */
export type BoardFigure = "waiting" | "breached" | "at_risk" | "assigned" | "closed_today" | "live" | "escalated";

/** The events that the stream sends to a member. The SSE id of each frame is its position. */
export type RepEvent =
  | { type: "message"; message: MessageView }
  | { type: "message_removed"; interactionId: string; messageId: string }
  | { type: "interaction"; interaction: InteractionView }
  | { type: "backchannel"; row: BackchannelRow }
  | { type: "sequence"; row: QueueRow; clocks: ClockView[] }
  | { type: "hidden"; interactionId: string | null; sequenceId: string | null }
  | { type: "typing"; interactionId: string; name: string; untilMs: number }
  | { type: "load"; availability: Availability; used: number; capacity: number; absence: AbsenceView | null }
  | { type: "board"; board: BoardView }
  /** The figures are the same, but some of their requests have changed. */
  | { type: "board_moved" }
  /** A sequence that is open by privilege, as it is now; null once the viewer may no longer see it. */
  | { type: "followed"; sequenceId: string; sequence: SequenceView | null }
  | { type: "resync" };

/** An event of a member's stream, with the position of the stream when it was sent. */
export type HeardEvent = { position: string; event: RepEvent };
