import type { Availability } from "@/domain/routing/availability";
import type { SlaMetric } from "@/domain/sla/slaClock";
import type { AbsenceCause } from "./organizationViews";

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
