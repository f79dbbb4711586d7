import type { SequenceState } from "@/domain/request/sequenceState";
import { SLA_METRICS, type SlaClock, type SlaMetric, startedClock } from "./slaClock";
import type { SlaPolicy, SlaTarget } from "./slaPolicy";

/**
 * What happened in a sequence, and the state that it is in afterwards. Closing and reopening are changes of state.
 * - `queued`: it waits for a responder, in any queue
 * - `picked_up`: a responder took it or looked at it first
 * - `customer_message`: one that representatives can see
 * - `rep_reply`: a person of the organization wrote so that the customer can see it
 * - `private_note`: a note or a message in a backchannel without the customer
 * - `system_message`: automatic replies, waiting feedback (R2–R4), bots
 */
export type SlaEvent = {
  readonly type:
    | "queued"
    | "picked_up"
    | "customer_message"
    | "rep_reply"
    | "private_note"
    | "system_message"
    | "state_changed";
  readonly state: SequenceState;
};

type PauseChange = { readonly metric: SlaMetric; readonly reason: string };

/** What an event does to the clocks of a sequence, in the order in which it is applied (`clocksAfter`). */
export type ClockDecision = {
  readonly meet: readonly SlaMetric[];
  readonly reopen: readonly SlaMetric[];
  readonly resume: readonly PauseChange[];
  readonly pause: readonly PauseChange[];
  readonly start: readonly SlaClock[];
};

/** The whole table. A system message and a note meet nothing; that a clock may start depends on `mayStart` too. */
const EFFECTS: Record<SlaEvent["type"], { meets: readonly SlaMetric[]; starts: readonly SlaMetric[] }> = {
  queued: { meets: [], starts: ["pick_up"] },
  picked_up: { meets: ["pick_up"], starts: [] },
  customer_message: { meets: [], starts: ["first_reply", "next_reply", "resolution", "status_update"] },
  rep_reply: { meets: ["pick_up", "first_reply", "next_reply", "status_update"], starts: [] },
  private_note: { meets: [], starts: [] },
  system_message: { meets: [], starts: [] },
  state_changed: { meets: [], starts: [] },
};

const CLOSED = "closed";
const STATE_REASONS: ReadonlySet<string> = new Set(["pending", "need_info", CLOSED]);

/**
 * Which clocks start, are met, pause, resume and go on again by an event.
 *
 * Closing meets the resolution. Every other clock that is not met then is shelved: it pauses for the reason `closed` for
 * good, so it counts neither as met nor as missed, unless it was late already (a first reply to a request that is closed
 * without one is "not applicable"). Reopening lets the resolution go on, less the closed time; the first reply never
 * starts again, the next reply starts by the next customer message.
 *
 * @param clocks those of the sequence, in any order; the latest start of each metric is the one that counts
 * @param nowMs epoch ms of the event itself: for a message that was moved here by a split, the time it was written
 */
export function decideClocks(
  clocks: readonly SlaClock[],
  event: SlaEvent,
  policy: SlaPolicy,
  nowMs: number,
): ClockDecision {
  const latest = latestOfEach(clocks);
  const live = [...latest.values()].filter(isLive);
  const meet = live.map(({ metric }) => metric).filter((metric) => isMetBy(metric, event));
  const reopen = reopened(latest, event);
  const going = [...live.filter(({ metric }) => !meet.includes(metric)), ...reopen];
  return {
    meet,
    reopen: reopen.map(({ metric }) => metric),
    ...pauseChanges(going, event.state, policy),
    start: startedBy(event, policy, { clocks, going, meet }, nowMs),
  };
}

/** The clock of each metric that counts: the one that started last. Promises that were taken back do not count. */
export function latestOfEach(clocks: readonly SlaClock[]): Map<SlaMetric, SlaClock> {
  const latest = new Map<SlaMetric, SlaClock>();
  for (const clock of clocks) {
    if (clock.cancelledAtMs !== undefined) continue;
    const known = latest.get(clock.metric);
    if (!known || clock.startedAtMs >= known.startedAtMs) latest.set(clock.metric, clock);
  }
  return latest;
}

/** Whether a clock still runs or stands still for a while: neither met nor shelved by a closing. */
export function isLive(clock: SlaClock): boolean {
  return clock.metAtMs === null && !clock.pauses.some(({ untilMs, reason }) => untilMs === null && reason === CLOSED);
}

function isMetBy(metric: SlaMetric, event: SlaEvent): boolean {
  return EFFECTS[event.type].meets.includes(metric) || (metric === "resolution" && event.state === CLOSED);
}

function reopened(latest: ReadonlyMap<SlaMetric, SlaClock>, event: SlaEvent): SlaClock[] {
  const resolution = latest.get("resolution");
  return resolution && resolution.metAtMs !== null && event.state !== CLOSED ? [resolution] : [];
}

/** A reason that is not a state, such as a snooze, is left to the person who set it. */
function pauseChanges(
  going: readonly SlaClock[],
  state: SequenceState,
  policy: SlaPolicy,
): Pick<ClockDecision, "resume" | "pause"> {
  const resume: PauseChange[] = [];
  const pause: PauseChange[] = [];
  for (const { metric, pauses } of going) {
    const wanted = pauseReason(targetOf(policy, metric), state);
    const present = pauses.find(({ untilMs, reason }) => untilMs === null && STATE_REASONS.has(reason))?.reason ?? null;
    if (present === wanted) continue;
    if (present !== null) resume.push({ metric, reason: present });
    if (wanted !== null) pause.push({ metric, reason: wanted });
  }
  return { resume, pause };
}

/** Why a clock stands still in a state; one whose target has left the policy keeps to the usual states. */
export function pauseReason(target: SlaTarget | undefined, state: SequenceState): string | null {
  if (state === "open" || state === CLOSED) return state === CLOSED ? CLOSED : null;
  return (target?.pausedIn ?? ["pending", "need_info"]).includes(state) ? state : null;
}

function targetOf(policy: SlaPolicy, metric: SlaMetric): SlaTarget | undefined {
  return policy.targets.find((target) => target.metric === metric);
}

type Before = { clocks: readonly SlaClock[]; going: readonly SlaClock[]; meet: readonly SlaMetric[] };

function startedBy(event: SlaEvent, policy: SlaPolicy, before: Before, nowMs: number): SlaClock[] {
  if (event.state === CLOSED) return [];

  const starting: SlaClock[] = [];
  // In the order of SLA_METRICS: a next reply starts only where a first reply does not.
  for (const metric of SLA_METRICS) {
    const target = targetOf(policy, metric);
    if (!target || !EFFECTS[event.type].starts.includes(metric)) continue;
    if (!mayStart(metric, event, { ...before, going: [...before.going, ...starting] })) continue;
    const reason = pauseReason(target, event.state);
    const pauses = reason === null ? [] : [{ fromMs: nowMs, untilMs: null, reason }];
    starting.push({ ...startedClock(metric, target, nowMs), pauses });
  }
  return starting;
}

function mayStart(metric: SlaMetric, event: SlaEvent, { clocks, going, meet }: Before): boolean {
  const hasHad = (...metrics: SlaMetric[]) =>
    clocks.some((clock) => clock.cancelledAtMs === undefined && metrics.includes(clock.metric));
  const isGoing = (...metrics: SlaMetric[]) => going.some((clock) => metrics.includes(clock.metric));
  switch (metric) {
    case "pick_up":
      return !isGoing("pick_up");
    case "first_reply":
      return !hasHad("first_reply", "next_reply");
    case "next_reply":
      // The oldest unanswered message counts: a further one starts nothing.
      return !isGoing("first_reply", "next_reply");
    case "resolution":
      return !hasHad("resolution");
    case "status_update":
      // A reply owes the next word only to a customer who was waiting for one: not in outbound (R18).
      return event.type === "rep_reply" ? meet.includes("status_update") : !isGoing("status_update");
  }
}
