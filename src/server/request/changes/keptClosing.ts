import { z } from "zod";
import { type BeforeClosing, beforeClosing, type ClockBeforeClosing } from "@/domain/request/beforeClosing";
import type { RequestFacts } from "@/domain/request/requestFacts";
import { SEQUENCE_STATES } from "@/domain/request/sequenceState";
import { SLA_METRICS } from "@/domain/sla/slaClock";
import type { OrganizationConfiguration } from "../../organization/load/configurations";
import type { ChangeLists } from "../../writer/changes";
import type { LoadedRequest } from "../load/loadRequest";
import { versionIdOf } from "./clockRows";

type Pace = NonNullable<ChangeLists["pace"]>[number];

/** A closing as kept with its request, so that it can be taken back. */
export type KeptClosing = {
  byId: string;
  before: BeforeClosing;
  /** The rep who had it. Another member may have closed it. */
  assignedToId: string | null;
  escalation: KeptEscalation | null;
  /** What it added to the pace of the rep who had it (R13). */
  pace: Pace | null;
  /** Whether it confirmed the category (R6). */
  isLabelled: boolean;
};

/** An escalation that was open or taken by a supervisor: the columns of its request. */
type KeptEscalation = z.infer<typeof Escalation>;

const Instant = z.number().nullable();
const Moment = z.coerce.date().nullable();
/** The columns of an escalation that is open or taken by a supervisor. */
export const Escalation = z.object({
  escalated_at: Moment,
  escalated_by_id: z.string().nullable(),
  escalation_reason: z.string().nullable(),
  escalation_state: z.string(),
  escalation_held_by: z.string().nullable(),
  escalation_tried_at: Moment,
});
const Stored = z.object({
  byId: z.string(),
  before: z.object({
    closedAtMs: z.number(),
    state: z.enum(["unassigned", "queued", "assigned", "retired"]),
    sequenceState: z.enum(SEQUENCE_STATES),
    waitingSinceMs: Instant,
    lastStatusUpdateAtMs: Instant,
    pickedUpAtMs: Instant,
    awayStep: z.enum(["none", "noticed"]),
    owedSinceMs: Instant.default(null),
    toldClosed: z.object({ atMs: z.number(), opensAtMs: Instant }).nullable().default(null),
    clocks: z.array(
      z.object({
        metric: z.enum(SLA_METRICS),
        startedAtMs: z.number(),
        metAtMs: Instant,
        breachedAtMs: Instant,
        pauses: z.array(z.object({ fromMs: z.number(), untilMs: Instant, reason: z.string() })),
        budgetMs: z.number().optional(),
        calendarVersionId: z.string().nullable().optional(),
        carried: z.object({ ranMs: z.number(), fromMs: z.number() }).optional(),
        cancelledAtMs: z.number().optional(),
      }),
    ),
  }),
  pace: z
    .object({
      rep_id: z.string(),
      category_id: z.string(),
      organization_id: z.string(),
      closed_count: z.number(),
      total_ms: z.number(),
    })
    .nullable(),
  isLabelled: z.boolean(),
  assignedToId: z.string().nullable().default(null),
  escalation: Escalation.nullable().default(null),
});

type StoredClosing = z.infer<typeof Stored>;
type StoredClockBefore = StoredClosing["before"]["clocks"][number];

/** The stored form of a closing, to be kept with its request. */
export function closingToKeep(
  facts: RequestFacts,
  { request, configuration }: Pick<LoadedRequest, "request" | "configuration">,
  byId: string,
  closing: Pick<ChangeLists, "pace" | "label">,
  now: Date,
): StoredClosing {
  const { clocks, ...before } = beforeClosing(facts, now.getTime());
  return {
    byId,
    before: {
      ...before,
      clocks: clocks.map(({ calendar = null, pauses, ...clock }) => ({
        ...clock,
        pauses: [...pauses],
        calendarVersionId: calendar === null ? null : versionIdOf(calendar, configuration),
      })),
    },
    assignedToId: request.state === "assigned" ? request.assigned_to_id : null,
    escalation: Escalation.safeParse(request).data ?? null,
    pace: closing.pace?.[0] ?? null,
    isLabelled: closing.label !== undefined,
  };
}

/** Reads a kept closing; null if there is none or it cannot be read. */
export function keptClosing(
  stored: unknown,
  { configuration }: Pick<LoadedRequest, "configuration">,
): KeptClosing | null {
  const kept = Stored.safeParse(stored).data;
  if (kept === undefined) return null;
  const clocks = kept.before.clocks.map((clock): ClockBeforeClosing => {
    const { metric, startedAtMs, pauses, metAtMs, breachedAtMs } = clock;
    return { metric, startedAtMs, pauses, metAtMs, breachedAtMs, ...termsOf(clock, configuration) };
  });
  return { ...kept, before: { ...kept.before, clocks } };
}

function termsOf(
  { budgetMs, calendarVersionId, carried, cancelledAtMs }: StoredClockBefore,
  { calendarsByVersionId }: OrganizationConfiguration,
): Pick<ClockBeforeClosing, "budgetMs" | "calendar" | "carried" | "cancelledAtMs"> {
  if (budgetMs === undefined) return {};
  const calendar = (calendarVersionId && calendarsByVersionId.get(calendarVersionId)) || null;
  return { budgetMs, calendar, carried, cancelledAtMs };
}
