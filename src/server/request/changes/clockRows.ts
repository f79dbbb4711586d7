import type { Calendar } from "@/domain/sla/hours/calendar";
import { readClock } from "@/domain/sla/readClock";
import type { SlaClock } from "@/domain/sla/slaClock";
import type { OrganizationConfiguration } from "../../organization/load/configurations";
import type { ChangeLists } from "../../writer/changes";
import type { LoadedRequest, StoredClock } from "../load/loadRequest";

/**
 * The rows that differ between the stored clocks of a request and `after`, which begins with the same clocks.
 * `areChanged`: whether there are any.
 */
export function clockChanges(loaded: LoadedRequest, after: readonly SlaClock[], nowMs: number, newId: () => string) {
  const { facts, storedClocks, request, configuration } = loaded;
  const kept = after.slice(0, facts.clocks.length);
  const started = after.slice(facts.clocks.length);
  const rows: Required<Pick<ChangeLists, "clocks" | "patchClock" | "pause" | "resume">> = {
    clocks: [],
    patchClock: [],
    pause: [],
    resume: [],
  };
  for (const [index, clock] of kept.entries()) {
    const stored = storedClocks[index];
    if (stored && clock !== facts.clocks[index]) changeClock(rows, stored, clock, configuration, nowMs, newId);
  }
  for (const clock of started) {
    const id = newId();
    const instance = (storedClocks.find(({ metric }) => metric === clock.metric)?.instance ?? 0) + 1;
    rows.clocks.push(
      clockRow(
        clock,
        { id, organizationId: request.organization_id, sequenceId: request.sequence_id, instance, configuration },
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
  rows: Required<Pick<ChangeLists, "patchClock" | "pause" | "resume">>,
  stored: StoredClock,
  clock: SlaClock,
  configuration: OrganizationConfiguration,
  nowMs: number,
  newId: () => string,
) {
  rows.patchClock.push({ id: stored.id, ...changingColumns(clock, configuration, nowMs) });
  const open = stored.pauses.filter(({ until_at }) => until_at === null);
  const stillOpen = clock.pauses.filter(({ untilMs }) => untilMs === null);
  if (open.some(({ reason }) => !stillOpen.some((pause) => pause.reason === reason)))
    rows.resume.push({ clockId: stored.id });
  // A new pause that is already over is time to leave out: a closed request was opened again.
  const isStored = ({ fromMs, reason }: SlaClock["pauses"][number]) =>
    stored.pauses.some((each) => each.reason === reason && each.from_at.getTime() === fromMs);
  const isNew = (pause: SlaClock["pauses"][number]) =>
    pause.untilMs === null ? !open.some(({ reason }) => reason === pause.reason) : !isStored(pause);
  for (const pause of clock.pauses.filter(isNew))
    rows.pause.push(pauseRow(pause, stored.id, stored.organization_id, newId));
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

/** The row of a new clock. */
export function clockRow(
  clock: SlaClock,
  of: {
    id: string;
    organizationId: string;
    sequenceId: string;
    instance: number;
    configuration: OrganizationConfiguration;
  },
  nowMs: number,
) {
  return {
    id: of.id,
    organization_id: of.organizationId,
    sequence_id: of.sequenceId,
    metric: clock.metric,
    instance: of.instance,
    started_at: new Date(clock.startedAtMs),
    ...changingColumns(clock, of.configuration, nowMs),
  };
}

/** The columns of a clock that can change. */
export function changingColumns(clock: SlaClock, configuration: OrganizationConfiguration, nowMs: number) {
  const { calendar, carried, metAtMs, breachedAtMs, cancelledAtMs } = clock;
  const isCounting = cancelledAtMs === undefined;
  return {
    budget_ms: clock.budgetMs,
    calendar_version_id: calendar === null ? null : versionIdOf(calendar, configuration),
    ran_ms: Math.round(carried?.ranMs ?? 0),
    counts_since: instant(carried?.fromMs ?? null),
    due_at: isCounting ? instant(readClock(clock, nowMs).dueAtMs) : null,
    met_at: instant(metAtMs),
    breached_at: instant(breachedAtMs),
    cancelled_at: instant(cancelledAtMs ?? null),
  };
}

/** The id of the stored version of a calendar. @throws Error if the organization does not have it */
export function versionIdOf(calendar: Calendar, { calendarsByVersionId }: OrganizationConfiguration): string {
  for (const [id, hours] of calendarsByVersionId) if (hours === calendar) return id;
  throw new Error("a clock counts in a calendar that its organization does not have");
}

/** An instant of the domain as the database stores it. */
export function instant(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}
