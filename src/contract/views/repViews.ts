import type { ParticipationStatus, ViewerStanding } from "@/domain/pov/isSeenByPrivilege";
import type { SequenceState } from "@/domain/request/sequenceState";
import type { Availability } from "@/domain/routing/availability";
import type { RepElimination } from "@/domain/routing/rep/eliminationOf";
import type { QueueHold } from "@/domain/routing/routingDecision";
import type { SlaMetric } from "@/domain/sla/slaClock";
import type { ClassificationView } from "./classifierViews";

/** What members of an organization are shown. Each shape is filled by one query through a point of view. */

export type RepRole = "rep" | "supervisor" | "administrator";

/**
 * A clock as it is shown: the server has done the calendar, and says how it turns by time alone, so that a browser shows
 * at each later instant what the server would say then.
 */
export type ClockView = {
  metric: SlaMetric;
  state: "running" | "paused" | "outside_hours" | "met" | "breached";
  /** Null while paused and once met. */
  dueAt: Date | null;
  /** From then on it is due soon; null while it does not tick. */
  atRiskAt: Date | null;
  /** When its hours begin or end, one after the other: between running and outside hours. */
  turnsAt: Date[];
};

export type PartyView = { id: string; kind: "rep" | "contact" | "team" | "organization" | "system"; name: string };

/** One line of a queue: a sequence with its request, as far as the viewer may see it. */
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
  /** When the request was completed; null while it is not. */
  closedAt: Date | null;
  /** Why no supervisor could take its escalation yet; null where none waits. */
  escalationHeldBy: string | null;
  version: number;
};

/** What a reference leads to; the page itself says the rest. */
export type FoundSequence = { id: string; reference: string };

/** A backchannel in the list of those it concerns: nothing of its parent is in it (P4). */
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

/** Why a request waits without a team: what it lacks to find one. */
export type UnassignedHold = { reason: "no_category" | "category_without_team"; opensAtMs: number | null };

/**
 * What holds waiting requests where they wait, as it is now (R11). Null: nothing does, it is given out at once.
 * `reason` has to go first; the counts hold everybody of the team once.
 */
export type QueueHolds = {
  /** The viewer's own teams and those they supervise. */
  teams: {
    teamId: string;
    name: string;
    waiting: number;
    /** Of an ordinary request: one that asks for no skill; where that would be given out, of the most urgent one. */
    hold: QueueHold | null;
    /** Why the viewer is given nothing of this team now; null where they may be, or are no member. */
    own: RepElimination | null;
  }[];
  /** Those asked for that wait and that the viewer may see. */
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
  /** Whether the viewer may take them out of it; of themselves: whether they may leave. */
  mayRemove: boolean;
};

export type InteractionView = {
  id: string;
  /** Null when the viewer cannot see the parent: for them it does not exist (P4). */
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

/** A shared line; its author goes unnamed where a customer's name was not shared (P4). */
export type ExcerptLine = { authorName: string | null; isCustomer: boolean; body: string; sentAt: Date };

export type MessageView = {
  id: string;
  interactionId: string;
  ordinal: number;
  /** The client's own id of it, so that an optimistic line and its echo are one. */
  clientId: string;
  author: PartyView;
  aliasName: string;
  isMine: boolean;
  kind: "text" | "note" | "excerpt" | "feedback" | "rating_request";
  body: string;
  excerpt: { customerName: string | null; lines: ExcerptLine[] } | null;
  /** Code of a feedback, for its text in the viewer's language. */
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
  /** ISO 4217: what the spending is counted in. */
  currency: string;
};

/** An escalation: a supervisor has it, or it waits, and why nobody could take it when it was last tried. */
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
  /** What the classifier said of the request; null where it was not asked. */
  classification: ClassificationView | null;
  /** Somebody knows that the category is right: it was set or confirmed, or the request was completed under it. */
  isCategoryConfirmed: boolean;
  startedAt: Date;
  endedAt: Date | null;
  /** The interactions within the viewer's point of view, the customer's first, then backchannels by start. */
  interactions: InteractionView[];
  /** Other matters of this conversation that the viewer may see (R19). */
  otherSequences: { id: string; reference: string; subject: string; state: SequenceState; startedAt: Date }[];
  /** What the viewer may do here, so that no screen guesses it. */
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

/** Parley took the viewer off duty: why, when, and what they were before. */
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
    /** Whether customers see reps by their public names; else they see the organization's alias alone (P8). */
    showsPublicNames: boolean;
    timeZone: string;
  };
  teams: { id: string; name: string; isSupervisor: boolean; isSpecialist: boolean }[];
  mayWatchBoard: boolean;
  availability: Availability;
  load: { used: number; capacity: number };
  /** Until the viewer says where they are. */
  absence: AbsenceView | null;
  /** What administrators should know of their organization now; empty for all others. */
  notices: AdministratorNotice[];
  serverTime: Date;
  /** Where the viewer's stream starts: everything read after this moment is followed from here. */
  asOf: string;
};

/** The classifier's decisions were right too rarely, so it decides only what it is surer of (R6). */
export type AdministratorNotice = {
  code: "classifier_threshold_raised";
  at: Date;
  precision: number;
  from: number;
  to: number;
};

/** Supervisors' live figures (B2). Every figure opens the requests behind it by the same filter. */
export type BoardView = {
  asOf: Date;
  waiting: number;
  longestWaitingSince: Date | null;
  breached: number;
  atRisk: number;
  assigned: number;
  /** Escalations that no supervisor could take yet. */
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
    /** Why Parley took them off duty; null where they said so themselves. */
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

/** Which requests stand behind a figure of the board. The board and the list use the same words. */
export type BoardFigure = "waiting" | "breached" | "at_risk" | "assigned" | "closed_today" | "live" | "escalated";

/** What the stream tells a member, by named events. `position` of the frame is its SSE id. */
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
  /** The figures are the same, but requests behind them have changed. */
  | { type: "board_moved" }
  /** A sequence that is open by privilege, as it is now; null once it is no longer the viewer's to see. */
  | { type: "followed"; sequenceId: string; sequence: SequenceView | null }
  | { type: "resync" };

/** One event of a member's stream, with how far the stream had got when it was sent. */
export type HeardEvent = { position: string; event: RepEvent };
