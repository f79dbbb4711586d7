import fc from "fast-check";
import { expect, test } from "vitest";
import { isOpenAt, openMsBetween } from "@/domain/sla/hours/openHours";
import { playRequest, type RequestStep, SETTINGS } from "@/testing/scenes/requestStories";
import {
  anyCalendar,
  anyInstantMs,
  calendarOf,
  HOUR_MS,
  instant,
  MINUTE_MS,
  NINE_TO_FIVE,
} from "@/testing/scenes/slaTestCalendars";
import { afterEvent } from "../afterEvent";
import { decideLook, nextLookAtMs } from "../decideLook";
import type { RequestEvent, RequestFacts, RequestSettings } from "../requestFacts";
import { NEW_REQUEST } from "../requestFacts";
import type { FeedbackCode } from "./waitingFeedback";

const AWAY_MS = 2 * HOUR_MS;
const RETIRE_MULTIPLE = 4;
const at = (local: string) => instant(local, "Europe/Madrid");
const within = (calendar: RequestSettings["calendar"]): RequestSettings => {
  return { policy: { targets: [] }, calendar, awayAfterMs: AWAY_MS, retireMultiple: RETIRE_MULTIPLE };
};

type Told = { readonly atMs: number; readonly code: FeedbackCode };

/** Lets the timers go off, each at its own time, until nothing is left to come or `untilMs` is over. */
function wait(given: RequestFacts, settings: RequestSettings, fromMs: number, untilMs: number) {
  let facts = given;
  const told: Told[] = [];
  let nextMs = nextLookAtMs(facts, settings, fromMs);
  while (nextMs !== null && nextMs <= untilMs) {
    const atMs = nextMs;
    const look = decideLook(facts, settings, atMs);
    told.push(...look.feedback.map((code) => ({ atMs, code })));
    facts = look.after;
    nextMs = look.nextLookAtMs;
  }
  return { facts, told };
}

/** A request with a rep, to whom a customer wrote ten minutes before `atMs`, and what happened then. */
function after(settings: RequestSettings, atMs: number, ...events: RequestEvent[]): RequestFacts {
  const wrote = afterEvent(
    { ...NEW_REQUEST, state: "assigned" },
    { type: "customer_message" },
    settings,
    atMs - 10 * MINUTE_MS,
  );
  return events.reduce((facts, event) => afterEvent(facts, event, settings, atMs), wrote);
}

function silences(calendar: RequestSettings["calendar"], repliedAt: string, ...events: RequestEvent[]): string[] {
  const settings = within(calendar);
  const fromMs = at(repliedAt);
  const { told } = wait(
    after(settings, fromMs, { type: "rep_reply" }, ...events),
    settings,
    fromMs,
    fromMs + 60 * 24 * HOUR_MS,
  );
  return told.map(({ atMs, code }) => `${new Date(atMs).toISOString().slice(0, 16)} ${code}`);
}

test("a silence in the day counts from our reply, and the second one from the notice", () => {
  // Times are UTC, an hour behind Madrid: of the six hours that follow the notice five are left of the day.
  expect(silences(NINE_TO_FIVE, "2026-11-23T10:00")).toEqual([
    "2026-11-23T11:00 went_away",
    "2026-11-24T09:00 retired_no_answer",
  ]);
});

test("a night, a weekend and a holiday do not count", () => {
  // Friday 16:00: an hour is left of it, and one of Monday.
  expect(silences(NINE_TO_FIVE, "2026-11-27T16:00")[0]).toBe("2026-11-30T09:00 went_away");
  const withHoliday = calendarOf({ weekdays: [["09:00", "17:00"]], holidays: [{ on: "2026-11-30", spans: [] }] });
  expect(silences(withHoliday, "2026-11-27T16:00")[0]).toBe("2026-12-01T09:00 went_away");
});

test("the hour that a change of the clocks takes away or brings twice counts as it passes", () => {
  const nights = calendarOf({ weekdays: [["00:00", "24:00"]], weekend: [["00:00", "24:00"]] });
  // 2026-03-29 02:00 is 03:00 in Madrid; 2026-10-25 03:00 is 02:00 again.
  expect(silences(nights, "2026-03-29T01:30")[0]).toBe("2026-03-29T02:30 went_away");
  expect(silences(nights, "2026-10-25T01:30")[0]).toBe("2026-10-25T01:30 went_away");
  const days = calendarOf({ weekend: [["09:00", "17:00"]], weekdays: [["09:00", "17:00"]] });
  expect(silences(days, "2026-10-24T16:00")[0]).toBe("2026-10-25T09:00 went_away");
});

test("a silence that ends just when the team closes is noticed when it opens, not at night", () => {
  expect(silences(NINE_TO_FIVE, "2026-11-23T15:00")[0]).toBe("2026-11-24T08:00 went_away");
});

test("who was told that we come back to them is neither noticed nor closed, however long it takes us", () => {
  expect(silences(null, "2026-11-23T09:00", { type: "state_set", state: "pending" })).toEqual([]);
  const settings = within(null);
  const fromMs = at("2026-11-23T09:00");
  const promised = after(settings, fromMs, { type: "rep_reply", thenState: "pending" });
  expect(wait(promised, settings, fromMs, fromMs + 90 * 24 * HOUR_MS)).toEqual({ facts: promised, told: [] });
  // Taking it up again is our work, too.
  const takenUp = afterEvent(promised, { type: "state_set", state: "open" }, settings, fromMs + HOUR_MS);
  expect(wait(takenUp, settings, fromMs + HOUR_MS, fromMs + 90 * 24 * HOUR_MS).told).toEqual([]);
});

test("information that we need of them is owed by them from when that was said, with a reply or without", () => {
  expect(silences(null, "2026-11-23T09:00", { type: "state_set", state: "need_info" })[0]).toBe(
    "2026-11-23T10:00 went_away",
  );
  const settings = within(null);
  const fromMs = at("2026-11-23T09:00");
  const asked = after(settings, fromMs, { type: "state_set", state: "need_info" });
  expect(wait(asked, settings, fromMs, fromMs + 90 * 24 * HOUR_MS).told.map(({ code }) => code)).toEqual([
    "went_away",
    "retired_no_answer",
  ]);
});

test("who went away and is written to once more is waited for anew, and closed in the end", () => {
  const settings = within(null);
  const fromMs = at("2026-11-23T09:00");
  const noticed = wait(after(settings, fromMs, { type: "rep_reply" }), settings, fromMs, fromMs + AWAY_MS).facts;
  expect(noticed.sequenceState).toBe("pending");
  const againMs = fromMs + AWAY_MS + HOUR_MS;
  const again = afterEvent(noticed, { type: "rep_reply" }, settings, againMs);
  const { told } = wait(again, settings, againMs, againMs + 90 * 24 * HOUR_MS);
  expect(told).toEqual([
    { atMs: againMs + AWAY_MS, code: "went_away" },
    { atMs: againMs + AWAY_MS * RETIRE_MULTIPLE, code: "retired_no_answer" },
  ]);
});

test("a request that was closed and is opened again by us is ours to go on with", () => {
  const settings = within(null);
  const fromMs = at("2026-11-23T09:00");
  const reopened = after(
    settings,
    fromMs,
    { type: "rep_reply", thenState: "closed" },
    { type: "state_set", state: "open" },
  );
  expect(wait({ ...reopened, state: "assigned" }, settings, fromMs, fromMs + 90 * 24 * HOUR_MS).told).toEqual([]);
});

const anyState = fc.constantFrom("open" as const, "pending" as const, "need_info" as const, "closed" as const);
const anyEvent: fc.Arbitrary<RequestEvent> = fc.oneof(
  fc.constant<RequestEvent>({ type: "customer_message" }),
  fc.record({ type: fc.constant("rep_reply" as const), thenState: fc.option(anyState, { nil: undefined }) }),
  fc.record({ type: fc.constant("state_set" as const), state: anyState }),
  fc.constant<RequestEvent>({ type: "picked_up" }),
);
const anyHistory = fc.array(fc.tuple(fc.constantFrom(0, HOUR_MS, 9 * HOUR_MS, 80 * HOUR_MS), anyEvent), {
  maxLength: 8,
});

/** What a wait brought, held against the one silence that it is about. */
function expectFair(silence: RequestFacts, told: readonly Told[], calendar: RequestSettings["calendar"]) {
  for (const { atMs, code } of told) {
    const sinceMs = silence.owedSinceMs ?? Number.POSITIVE_INFINITY;
    expect(isOpenAt(calendar, atMs)).toBe(true);
    const neededMs = code === "went_away" ? AWAY_MS : AWAY_MS * RETIRE_MULTIPLE;
    expect(sinceMs).toBeLessThan(atMs);
    expect(openMsBetween(calendar, sinceMs, atMs)).toBeGreaterThanOrEqual(neededMs);
  }
}

test("in any life: only while they owe the answer, in open hours, after enough of them, and once in a silence", () => {
  fc.assert(
    fc.property(fc.option(anyCalendar), anyInstantMs, anyHistory, (calendar, beginsAtMs, history) => {
      const settings = within(calendar);
      let nowMs = beginsAtMs;
      let facts = after(settings, nowMs);
      const noticedOf: (number | null)[] = [];
      for (const [afterMs, event] of history) {
        const waited = wait(facts, settings, nowMs, nowMs + afterMs);
        expectFair(facts, waited.told, calendar);
        if (waited.told.some(({ code }) => code === "went_away")) noticedOf.push(facts.owedSinceMs);
        nowMs += afterMs;
        facts = { ...afterEvent(waited.facts, event, settings, nowMs), state: "assigned" };
        if (facts.sequenceState === "closed") return;
      }
      expect(new Set(noticedOf).size).toBe(noticedOf.length);
    }),
    { numRuns: 300 },
  );
});

const customerWrites: RequestStep = { afterMs: 0, event: { type: "customer_message" } };
const repReplies = (afterMs: number): RequestStep => ({ afterMs, event: { type: "rep_reply" } });
const looks = (afterMs: number): RequestStep => ({ afterMs, looks: true });

test("a customer who went away makes the request pending, and is told so once (R17)", () => {
  const early = playRequest([customerWrites, repReplies(MINUTE_MS), looks(10 * MINUTE_MS - 1)]);
  expect(early.told).toEqual([]);
  const { told, facts } = playRequest([customerWrites, repReplies(MINUTE_MS), looks(10 * MINUTE_MS), looks(MINUTE_MS)]);
  expect(told).toEqual(["went_away"]);
  expect(facts).toMatchObject({ sequenceState: "pending", state: "assigned", awayStep: "noticed" });
});

test("after the multiple of that time it is retired for lack of an answer (R17)", () => {
  const away = [customerWrites, repReplies(MINUTE_MS), looks(10 * MINUTE_MS)];
  expect(playRequest([...away, looks(30 * MINUTE_MS - 1)]).facts.state).toBe("assigned");
  const { told, facts } = playRequest([...away, looks(30 * MINUTE_MS)]);
  expect(told).toEqual(["went_away", "retired_no_answer"]);
  expect(facts).toMatchObject({ state: "retired", sequenceState: "closed", retireReason: "no_answer" });
});

test("a look that comes much too late notices first, and gives the customer the time to come back", () => {
  const late = [customerWrites, repReplies(MINUTE_MS), looks(99 * HOUR_MS)];
  expect(playRequest(late).told).toEqual(["went_away"]);
  expect(playRequest([...late, looks(0), looks(30 * MINUTE_MS - 1)]).told).toEqual(["went_away"]);
  expect(playRequest([...late, looks(30 * MINUTE_MS)]).told).toEqual(["went_away", "retired_no_answer"]);
});

test("an answer in time brings a request back that was pending for it (R17)", () => {
  const { facts, told } = playRequest([
    customerWrites,
    repReplies(MINUTE_MS),
    looks(10 * MINUTE_MS),
    { ...customerWrites, afterMs: 29 * MINUTE_MS },
    looks(2 * MINUTE_MS),
  ]);
  expect(told).toEqual(["went_away"]);
  expect(facts).toMatchObject({ sequenceState: "open", state: "assigned", awayStep: "none" });
});

test("who comes back and is answered may go away again, with all of the time anew", () => {
  const { told } = playRequest([
    customerWrites,
    repReplies(MINUTE_MS),
    looks(10 * MINUTE_MS),
    { ...customerWrites, afterMs: MINUTE_MS },
    repReplies(MINUTE_MS),
    looks(10 * MINUTE_MS - 1),
    looks(1),
  ]);
  expect(told).toEqual(["went_away", "went_away"]);
});

test("nobody is away from a request that waits for us, or for a responder", () => {
  const { facts } = playRequest([customerWrites]);
  const queued = { ...facts, state: "queued" as const, lastReplyAtMs: -9 * HOUR_MS };
  expect(decideLook(queued, SETTINGS, MINUTE_MS).feedback).toEqual([]);
  const answered = { ...afterEvent(facts, { type: "rep_reply" }, SETTINGS, 1), state: "queued" as const };
  expect(decideLook(answered, SETTINGS, 99 * HOUR_MS).feedback).toEqual([]);
});
