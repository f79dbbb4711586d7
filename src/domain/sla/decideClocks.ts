import type { SequenceState } from "@/domain/request/sequenceState";
import { SLA_METRICS, type SlaClock, type SlaMetric, startedClock } from "./slaClock";
import type { SlaPolicy, SlaTarget } from "./slaPolicy";

/**
 * What happened in a sequence, and its state afterwards. Closing and reopening are changes of state.
 *
 * - `queued`: it waits for a responder, in any queue
 * - `picked_up`: a responder took it or looked at it for the first time
 * - `customer_message`: the customer wrote a message that reps can see
 * - `rep_reply`: a person of the organization wrote a message that the customer can see
 * - `private_note`: a note, or a message in a backchannel without the customer
 * - `system_message`: an automatic reply, waiting feedback (R2–R4), a bot
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

/** What an event does to the clocks of a sequence, in the order in which `clocksAfter` applies it. */
export type ClockDecision = {
  readonly meet: readonly SlaMetric[];
  readonly reopen: readonly SlaMetric[];
  readonly resume: readonly PauseChange[];
  readonly pause: readonly PauseChange[];
  readonly start: readonly SlaClock[];
};

/** The clocks that each event meets and starts. A clock starts only if `mayStart` allows it, too. */
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
 * Decides which clocks an event starts, meets, pauses, resumes and reopens.
 *
 * Closing meets the resolution. It shelves every other clock that is not met: the clock pauses for good with the reason
 * `closed`, and counts neither as met nor as missed, unless it was already late. So a first reply is "not applicable"
 * for a request that was closed without one. Reopening lets the resolution go on, without the closed time. The first
 * reply never starts again, and the next reply starts with the next customer message.
 *
 * @param clocks the clocks of the sequence, in any order; the latest start of each metric counts
 * @param nowMs epoch ms of the event itself; for a message that a split moved here, the time it was written
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

/** The clock that counts for each metric: the one that started last. Cancelled clocks do not count. */
export function latestOfEach(clocks: readonly SlaClock[]): Map<SlaMetric, SlaClock> {
  const latest = new Map<SlaMetric, SlaClock>();
  for (const clock of clocks) {
    if (clock.cancelledAtMs !== undefined) continue;
    const known = latest.get(clock.metric);
    if (!known || clock.startedAtMs >= known.startedAtMs) latest.set(clock.metric, clock);
  }
  return latest;
}

/** Whether a clock runs or is paused for a while: it is neither met nor shelved by a closing. */
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

/**
 * Changes only pauses with a state as their reason. Other reasons, such as a snooze, belong to the person who set them.
 */
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

/** Why a clock is paused in a state; null if it runs. Without a target, pending and need-info pause it. */
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
  // The order of SLA_METRICS matters: a next reply starts only if a first reply does not.
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
      // The oldest unanswered message counts, so a later one starts nothing.
      return !isGoing("first_reply", "next_reply");
    case "resolution":
      return !hasHad("resolution");
    case "status_update":
      // A reply restarts it only if the customer was waiting for one, so not in outbound (R18).
      return event.type === "rep_reply" ? meet.includes("status_update") : !isGoing("status_update");
  }
}
