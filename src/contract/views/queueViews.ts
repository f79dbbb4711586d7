import type { SequenceState } from "@/domain/request/sequenceState";
import type { RepElimination } from "@/domain/routing/rep/eliminationOf";
import type { QueueHold } from "@/domain/routing/routingDecision";
import type { ClockView } from "./requestViews";

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

export type QueuePage = { rows: QueueRow[]; nextCursor: string | null; asOf: string };

export type QueueCounts = {
  mine: number;
  unassigned: number;
  closed: number;
  backchannels: number;
  invitations: number;
  teams: { teamId: string; name: string; waiting: number }[];
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
