import { nextLookAtMs } from "@/domain/request/decideLook";
import { nextDueAtMs } from "@/domain/request/nextDueAt";
import type { RequestFacts } from "@/domain/request/requestFacts";
import { readClock } from "@/domain/sla/readClock";
import type { SlaClock } from "@/domain/sla/slaClock";
import type { Changes, Timer } from "../db/changes";
import type { LoadedRequest, StoredClock } from "../queries/loadRequest";

type Written = Pick<
  Changes,
  "patchRequest" | "patchSequence" | "clocks" | "patchClock" | "pause" | "resume" | "timers" | "expect"
>;

/**
 * The rows that differ between a request before and after an event. Nothing that a decision rests on may have changed
 * meanwhile (`expect`); the version is raised only when such a thing changes, so that messages that change nothing
 * else never wait for each other.
 */
export function requestChanges(
  loaded: LoadedRequest,
  after: RequestFacts,
  now: Date,
  newId: () => string,
  extra: NonNullable<Changes["patchRequest"]>[number] | null = null,
): Written {
  const { facts: before, request } = loaded;
  const nowMs = now.getTime();
  const dueMs = nextDueAtMs(after.clocks, nowMs);
  const clockRows = clockChanges(loaded, after.clocks, nowMs, newId);
  const lookAtMs = nextLookAtMs(after, loaded.settings, nowMs);
  const timer = lookTimer(request.sequence_id, lookAtMs, request.look_at, now);
  return {
    expect: [{ sequenceId: request.sequence_id, version: request.version }],
    patchRequest: [
      {
        ...extra,
        sequence_id: request.sequence_id,
        ...changedColumns(before, after),
        next_due_at: dueMs === null ? null : new Date(dueMs),
        ...(timer ? { look_at: timer.runAt } : {}),
        bump: extra !== null || clockRows.areChanged || weighs(before) !== weighs(after),
      },
    ],
    ...(after.sequenceState === before.sequenceState
      ? {}
      : {
          patchSequence: [
            {
              id: request.sequence_id,
              state: after.sequenceState,
              ended_at: after.sequenceState === "closed" ? now : null,
            },
          ],
        }),
    ...clockRows.rows,
    ...(timer ? { timers: [timer] } : {}),
  };
}

/** The columns of a request that its facts fill. */
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
  };
}

/** Only these are written, so that of two messages at once neither takes back the instants that the other set. */
function changedColumns(before: RequestFacts, after: RequestFacts) {
  const earlier = requestColumns(before);
  const later = requestColumns(after);
  const columns = Object.keys(later) as (keyof typeof later)[];
  const changed = columns.filter((column) => earlier[column]?.valueOf() !== later[column]?.valueOf());
  return Object.fromEntries(changed.map((column) => [column, later[column]])) as Partial<typeof later>;
}

/** A timer that looks at a request, or null where one is set that comes early enough: it looks, and sets the next. */
export function lookTimer(sequenceId: string, lookAtMs: number | null, present: Date | null, now: Date): Timer | null {
  if (lookAtMs === null) return null;
  if (present && present > now && present.getTime() <= lookAtMs) return null;
  return { task: "lookAtRequest", key: `look:${sequenceId}`, payload: { sequenceId }, runAt: new Date(lookAtMs) };
}

/** A new clock's row. */
export function clockRow(
  clock: SlaClock,
  of: { id: string; organizationId: string; sequenceId: string; instance: number; calendarVersionId: string | null },
  nowMs: number,
) {
  const { dueAtMs } = readClock(clock, nowMs);
  return {
    id: of.id,
    organization_id: of.organizationId,
    sequence_id: of.sequenceId,
    metric: clock.metric,
    instance: of.instance,
    budget_ms: clock.budgetMs,
    calendar_version_id: clock.calendar === null ? null : of.calendarVersionId,
    started_at: new Date(clock.startedAtMs),
    due_at: instant(dueAtMs),
    met_at: instant(clock.metAtMs),
    breached_at: instant(clock.breachedAtMs),
    cancelled_at: null,
  };
}

function clockChanges(loaded: LoadedRequest, after: readonly SlaClock[], nowMs: number, newId: () => string) {
  const { facts, storedClocks, request, configuration } = loaded;
  const kept = after.slice(0, facts.clocks.length);
  const started = after.slice(facts.clocks.length);
  const rows: Required<Pick<Changes, "clocks" | "patchClock" | "pause" | "resume">> = {
    clocks: [],
    patchClock: [],
    pause: [],
    resume: [],
  };
  for (const [index, clock] of kept.entries()) {
    const stored = storedClocks[index];
    if (stored && clock !== facts.clocks[index]) changeClock(rows, stored, clock, nowMs, newId);
  }
  const team = request.team_id === null ? undefined : configuration.teams.get(request.team_id);
  for (const clock of started) {
    const id = newId();
    const instance = (storedClocks.find(({ metric }) => metric === clock.metric)?.instance ?? 0) + 1;
    const calendarVersionId = team?.calendarVersionId ?? null;
    rows.clocks.push(
      clockRow(
        clock,
        { id, organizationId: request.organization_id, sequenceId: request.sequence_id, instance, calendarVersionId },
        nowMs,
      ),
    );
    for (const pause of clock.pauses) rows.pause.push(pauseRow(pause, id, request.organization_id, newId));
  }
  const areChanged = Object.values(rows).some((each) => each.length > 0);
  const filled = Object.fromEntries(Object.entries(rows).filter(([, each]) => each.length > 0));
  return { rows: filled as Partial<typeof rows>, areChanged };
}

function changeClock(
  rows: Required<Pick<Changes, "patchClock" | "pause" | "resume">>,
  stored: StoredClock,
  clock: SlaClock,
  nowMs: number,
  newId: () => string,
) {
  rows.patchClock.push({
    id: stored.id,
    due_at: instant(readClock(clock, nowMs).dueAtMs),
    met_at: instant(clock.metAtMs),
    breached_at: instant(clock.breachedAtMs),
  });
  const open = stored.pauses.filter(({ until_at }) => until_at === null);
  const stillOpen = clock.pauses.filter(({ untilMs }) => untilMs === null);
  if (open.some(({ reason }) => !stillOpen.some((pause) => pause.reason === reason)))
    rows.resume.push({ clockId: stored.id });
  for (const pause of stillOpen.filter(({ reason }) => !open.some((each) => each.reason === reason))) {
    rows.pause.push(pauseRow(pause, stored.id, stored.organization_id, newId));
  }
}

function pauseRow(pause: SlaClock["pauses"][number], clockId: string, organizationId: string, newId: () => string) {
  return {
    id: newId(),
    organization_id: organizationId,
    sla_clock_id: clockId,
    reason: pause.reason,
    from_at: new Date(pause.fromMs),
    until_at: instant(pause.untilMs),
  };
}

/** What other decisions rest on; instants of single messages are not among it. */
function weighs(facts: RequestFacts): string {
  const { state, sequenceState, waitingSinceMs, awayStep, lastStatusUpdateAtMs } = facts;
  return JSON.stringify([
    state,
    sequenceState,
    waitingSinceMs === null,
    awayStep,
    lastStatusUpdateAtMs,
    facts.pickedUpAtMs === null,
  ]);
}

function instant(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}
