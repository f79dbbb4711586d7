import { nextLookAtMs } from "@/domain/request/decideLook";
import type { RequestFacts } from "@/domain/request/requestFacts";
import { underPolicy } from "@/domain/request/underPolicy";
import { nextDueAtMs } from "@/domain/routing/urgencyOrder";
import type { ChangeLists, PartOfChanges, PlainLists, Timer } from "../../writer/changes";
import { composePart, withLists } from "../../writer/composeChanges";
import { type LoadedRequest, requestSettings } from "../load/loadRequest";
import { clockChanges, instant } from "./clockRows";

/** The columns of a request whose escalation ends, by a hand-over, a withdrawal or the closing of the request. */
export const NOT_ESCALATED = {
  escalated_at: null,
  escalated_by_id: null,
  escalation_reason: null,
  escalation_state: null,
  escalation_held_by: null,
  escalation_tried_at: null,
} as const;

type RequestPatch = NonNullable<ChangeLists["patchRequest"]>[number];

/** What changes in a request besides its facts. The category is a column of its sequence, and is written there. */
export type Beside = RequestPatch & { category_id?: string | null };

/**
 * The rows that differ between a request before and after an event. If `beside` changes its category or team, or the
 * event reopens it, its clocks follow the promises that hold there (`underPolicy`). The writer refuses it as stale if
 * the version has changed meanwhile (`expect`). The version is raised only if something changes that other decisions
 * rest on, so that messages which change nothing else do not make each other stale.
 */
export function requestChanges(
  loaded: LoadedRequest,
  event: RequestFacts,
  now: Date,
  newId: () => string,
  beside: Beside | null = null,
): PartOfChanges {
  const { facts: before, request } = loaded;
  const nowMs = now.getTime();
  const { category_id, ...extra } = beside ?? { category_id: undefined };
  const { after, settings } = placed(loaded, event, beside, nowMs);
  const dueMs = nextDueAtMs(after.clocks, nowMs);
  const clockRows = clockChanges(loaded, after.clocks, nowMs, newId);
  const lookAtMs = nextLookAtMs(after, settings, nowMs);
  const timer = lookTimer(request.sequence_id, lookAtMs, request.look_at, now);
  return composePart(
    {
      expect: [{ sequenceId: request.sequence_id, version: request.version }],
      patchRequest: [
        {
          ...(after.state === "retired" && request.escalation_state !== null ? NOT_ESCALATED : {}),
          ...extra,
          sequence_id: request.sequence_id,
          ...changedColumns(before, after),
          next_due_at: dueMs === null ? null : new Date(dueMs),
          ...(timer ? { look_at: timer.runAt } : {}),
          bump: beside !== null || clockRows.areChanged || weighs(before) !== weighs(after),
        },
      ],
    },
    sequencePatch(loaded, after, category_id, now),
    clockRows.rows,
    timer ? { timers: [timer] } : {},
  );
}

/** The changes without pauses of known clocks. `restoreClock` restores those as before a closing. */
export function restoringChanges(written: PartOfChanges): PartOfChanges {
  const { pause = [], clocks = [] } = written;
  const started = pause.filter(({ sla_clock_id }) => clocks.some(({ id }) => id === sla_clock_id));
  return withLists(written, { pause: started.length > 0 ? started : null, resume: null });
}

/** The request after the event, with the promises that hold for its category and team then. */
function placed(loaded: LoadedRequest, event: RequestFacts, beside: Beside | null, nowMs: number) {
  const { request, sequence, configuration, facts } = loaded;
  const place = {
    categoryId: beside?.category_id === undefined ? sequence.category_id : beside.category_id,
    teamId: beside?.team_id === undefined ? request.team_id : beside.team_id,
  };
  const isMoved = place.categoryId !== sequence.category_id || place.teamId !== request.team_id;
  const isReopened = facts.state === "retired" && event.state !== "retired";
  if (!isMoved && !isReopened) return { after: event, settings: loaded.settings };
  const settings = requestSettings(configuration, place);
  return { after: underPolicy(event, settings, nowMs), settings };
}

function sequencePatch(
  { request, facts }: LoadedRequest,
  { sequenceState }: RequestFacts,
  category_id: string | null | undefined,
  now: Date,
): PlainLists {
  const patch = {
    ...(category_id === undefined ? {} : { category_id }),
    ...(sequenceState === facts.sequenceState
      ? {}
      : { state: sequenceState, ended_at: sequenceState === "closed" ? now : null }),
  };
  return Object.keys(patch).length === 0 ? {} : { patchSequence: [{ id: request.sequence_id, ...patch }] };
}

/** The columns of a request that hold its facts. */
export function requestColumns(facts: RequestFacts) {
  return {
    state: facts.state,
    waiting_since: instant(facts.waitingSinceMs),
    last_customer_message_at: instant(facts.lastCustomerMessageAtMs),
    last_reply_at: instant(facts.lastReplyAtMs),
    last_status_update_at: instant(facts.lastStatusUpdateAtMs),
    picked_up_at: instant(facts.pickedUpAtMs),
    away_step: facts.awayStep,
    retired_at: instant(facts.retiredAtMs),
    retire_reason: facts.retireReason,
    owed_since: instant(facts.owedSinceMs),
    told_closed_at: instant(facts.toldClosed?.atMs ?? null),
    told_opens_at: instant(facts.toldClosed?.opensAtMs ?? null),
  };
}

/** Only changed columns are written, so that of two simultaneous messages neither reverts the instants of the other. */
function changedColumns(before: RequestFacts, after: RequestFacts) {
  const earlier = requestColumns(before);
  const later = requestColumns(after);
  const columns = Object.keys(later) as (keyof typeof later)[];
  const changed = columns.filter((column) => earlier[column]?.valueOf() !== later[column]?.valueOf());
  return Object.fromEntries(changed.map((column) => [column, later[column]])) as Partial<typeof later>;
}

/**
 * The timer that looks at a request; null if nothing falls due, or if the present timer fires early enough and sets the
 * next.
 */
export function lookTimer(sequenceId: string, lookAtMs: number | null, present: Date | null, now: Date): Timer | null {
  if (lookAtMs === null) return null;
  if (present && present > now && present.getTime() <= lookAtMs) return null;
  return { task: "lookAtRequest", key: `look:${sequenceId}`, payload: { sequenceId }, runAt: new Date(lookAtMs) };
}

/** The facts that other decisions rest on. Instants of single messages are not among them. */
function weighs(facts: RequestFacts): string {
  const { state, sequenceState, waitingSinceMs, awayStep, lastStatusUpdateAtMs } = facts;
  return JSON.stringify([
    state,
    sequenceState,
    waitingSinceMs === null,
    awayStep,
    lastStatusUpdateAtMs,
    facts.owedSinceMs === null,
    facts.toldClosed,
    facts.pickedUpAtMs === null,
  ]);
}
