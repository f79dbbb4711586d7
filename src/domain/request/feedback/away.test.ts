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

/** Fires each timer at its time, until none is left or `untilMs` is over. */
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

/** An assigned request: the customer wrote ten minutes before `atMs`, and the events happened at `atMs`. */
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

test("the first silence counts from our reply, and the second from the notice", () => {
  // Times are UTC, an hour behind Madrid. Of the six hours after the notice, five are left in the day.
  expect(silences(NINE_TO_FIVE, "2026-11-23T10:00")).toEqual([
    "2026-11-23T11:00 went_away",
    "2026-11-24T09:00 retired_no_answer",
  ]);
});

test("a night, a weekend and a holiday do not count", () => {
  // Friday 16:00: one hour is left on Friday, and one counts on Monday.
  expect(silences(NINE_TO_FIVE, "2026-11-27T16:00")[0]).toBe("2026-11-30T09:00 went_away");
  const withHoliday = calendarOf({ weekdays: [["09:00", "17:00"]], holidays: [{ on: "2026-11-30", spans: [] }] });
  expect(silences(withHoliday, "2026-11-27T16:00")[0]).toBe("2026-12-01T09:00 went_away");
});

test("daylight saving changes count by the time that passes", () => {
  const nights = calendarOf({ weekdays: [["00:00", "24:00"]], weekend: [["00:00", "24:00"]] });
  // 2026-03-29 02:00 is 03:00 in Madrid; 2026-10-25 03:00 is 02:00 again.
  expect(silences(nights, "2026-03-29T01:30")[0]).toBe("2026-03-29T02:30 went_away");
  expect(silences(nights, "2026-10-25T01:30")[0]).toBe("2026-10-25T01:30 went_away");
  const days = calendarOf({ weekend: [["09:00", "17:00"]], weekdays: [["09:00", "17:00"]] });
  expect(silences(days, "2026-10-24T16:00")[0]).toBe("2026-10-25T09:00 went_away");
});

test("a silence that ends just when the team closes is noticed at its next opening", () => {
  expect(silences(NINE_TO_FIVE, "2026-11-23T15:00")[0]).toBe("2026-11-24T08:00 went_away");
});

test("a customer whom we promised to come back to is neither noticed nor closed, however long we take", () => {
  expect(silences(null, "2026-11-23T09:00", { type: "state_set", state: "pending" })).toEqual([]);
  const settings = within(null);
  const fromMs = at("2026-11-23T09:00");
  const promised = after(settings, fromMs, { type: "rep_reply", thenState: "pending" });
  expect(wait(promised, settings, fromMs, fromMs + 90 * 24 * HOUR_MS)).toEqual({ facts: promised, told: [] });
  // If we take it up again, it is still our turn.
  const takenUp = afterEvent(promised, { type: "state_set", state: "open" }, settings, fromMs + HOUR_MS);
  expect(wait(takenUp, settings, fromMs + HOUR_MS, fromMs + 90 * 24 * HOUR_MS).told).toEqual([]);
});

test("a customer owes information from when we asked for it, with or without a reply", () => {
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

test("a reply to a customer who went away starts a new silence, which can end in closing", () => {
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

test("a request that we closed and opened again waits for us", () => {
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

/** Checks each feedback against the silence that caused it. */
function expectFair(silence: RequestFacts, told: readonly Told[], calendar: RequestSettings["calendar"]) {
  for (const { atMs, code } of told) {
    const sinceMs = silence.owedSinceMs ?? Number.POSITIVE_INFINITY;
    expect(isOpenAt(calendar, atMs)).toBe(true);
    const neededMs = code === "went_away" ? AWAY_MS : AWAY_MS * RETIRE_MULTIPLE;
    expect(sinceMs).toBeLessThan(atMs);
    expect(openMsBetween(calendar, sinceMs, atMs)).toBeGreaterThanOrEqual(neededMs);
  }
}

test("in any history: only while they owe an answer, in open hours, after enough open time, and once in a silence", () => {
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

test("when a customer went away the request becomes pending, and they are told once (R17)", () => {
  const early = playRequest([customerWrites, repReplies(MINUTE_MS), looks(10 * MINUTE_MS - 1)]);
  expect(early.told).toEqual([]);
  const { told, facts } = playRequest([customerWrites, repReplies(MINUTE_MS), looks(10 * MINUTE_MS), looks(MINUTE_MS)]);
  expect(told).toEqual(["went_away"]);
  expect(facts).toMatchObject({ sequenceState: "pending", state: "assigned", awayStep: "noticed" });
});

test("after a multiple of that time the request is retired without an answer (R17)", () => {
  const away = [customerWrites, repReplies(MINUTE_MS), looks(10 * MINUTE_MS)];
  expect(playRequest([...away, looks(30 * MINUTE_MS - 1)]).facts.state).toBe("assigned");
  const { told, facts } = playRequest([...away, looks(30 * MINUTE_MS)]);
  expect(told).toEqual(["went_away", "retired_no_answer"]);
  expect(facts).toMatchObject({ state: "retired", sequenceState: "closed", retireReason: "no_answer" });
});

test("a very late look only notices, and leaves the customer time to come back", () => {
  const late = [customerWrites, repReplies(MINUTE_MS), looks(99 * HOUR_MS)];
  expect(playRequest(late).told).toEqual(["went_away"]);
  expect(playRequest([...late, looks(0), looks(30 * MINUTE_MS - 1)]).told).toEqual(["went_away"]);
  expect(playRequest([...late, looks(30 * MINUTE_MS)]).told).toEqual(["went_away", "retired_no_answer"]);
});

test("an answer in time reopens the pending request (R17)", () => {
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

test("a customer who came back and was answered has the full time again", () => {
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

test("nobody counts as away while the request waits for us or for a responder", () => {
  const { facts } = playRequest([customerWrites]);
  const queued = { ...facts, state: "queued" as const, lastReplyAtMs: -9 * HOUR_MS };
  expect(decideLook(queued, SETTINGS, MINUTE_MS).feedback).toEqual([]);
  const answered = { ...afterEvent(facts, { type: "rep_reply" }, SETTINGS, 1), state: "queued" as const };
  expect(decideLook(answered, SETTINGS, 99 * HOUR_MS).feedback).toEqual([]);
});
