import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Matter, resolveInbound } from "./resolveInbound";

const DAY_MS = 86_400_000;
const NOW_MS = 100 * DAY_MS;
const now = { nowMs: NOW_MS, reopenWithinMs: DAY_MS, isSomethingElse: false };

const open = (sequenceId: string, startedDay: number): Matter => ({
  sequenceId,
  startedAtMs: startedDay * DAY_MS,
  closedAtMs: null,
});
const closed = (sequenceId: string, startedDay: number, closedDay: number): Matter => ({
  ...open(sequenceId, startedDay),
  closedAtMs: closedDay * DAY_MS,
});

const goesOn = (sequenceId: string) => ({ kind: "goes_on", sequenceId });
const reopens = (sequenceId: string) => ({ kind: "reopens", sequenceId });
const begins = { kind: "begins" };

describe("where a customer's message goes", () => {
  test.each([
    ["nothing yet", [], begins],
    ["one open", [open("a", 90)], goesOn("a")],
    ["two open: the newest", [open("b", 99), open("a", 90)], goesOn("b")],
    ["an older open one beside a newer one just closed", [open("a", 90), closed("b", 99, 100)], goesOn("a")],
    ["just closed", [closed("a", 90, 100)], reopens("a")],
    ["closed exactly as long ago as is allowed", [closed("a", 90, 99)], reopens("a")],
    ["closed longer ago", [closed("a", 90, 98.9)], begins],
    [
      "two closed: the one closed last, even if it began first",
      [closed("a", 80, 99.9), closed("b", 90, 99.5)],
      reopens("a"),
    ],
    ["one closed long ago and one just now", [closed("a", 10, 20), closed("b", 90, 100)], reopens("b")],
  ])("%s", (_, matters, expected) => {
    expect(resolveInbound(matters, now)).toEqual(expected);
  });

  test.each([
    ["nothing yet", []],
    ["one open", [open("a", 90)]],
    ["just closed", [closed("a", 90, 100)]],
  ])("something else begins a new one: %s", (_, matters) => {
    expect(resolveInbound(matters, { ...now, isSomethingElse: true })).toEqual(begins);
  });
});

const matter = fc.record({
  startedAtMs: fc.integer({ min: 0, max: NOW_MS }),
  closedAtMs: fc.option(fc.integer({ min: 0, max: NOW_MS })),
});
const matters = fc
  .array(matter, { maxLength: 6 })
  .map((all) => all.map((each, index): Matter => ({ ...each, sequenceId: `s${index}` })));
const inbound = fc.record({
  nowMs: fc.constant(NOW_MS),
  reopenWithinMs: fc.integer({ min: 0, max: NOW_MS }),
  isSomethingElse: fc.boolean(),
});

test("while a matter is open, a message goes into the newest open one", () => {
  fc.assert(
    fc.property(matters, inbound, (all, asked) => {
      const open = all.filter(({ closedAtMs }) => closedAtMs === null);
      fc.pre(open.length > 0 && !asked.isSomethingElse);
      const resolution = resolveInbound(all, asked);
      const into = open.find((each) => resolution.kind === "goes_on" && each.sequenceId === resolution.sequenceId);
      expect(into?.startedAtMs).toBe(Math.max(...open.map(({ startedAtMs }) => startedAtMs)));
    }),
  );
});

test("while none is open, a message reopens the one closed last, unless that is too long ago", () => {
  fc.assert(
    fc.property(matters, inbound, (all, asked) => {
      fc.pre(all.length > 0 && all.every(({ closedAtMs }) => closedAtMs !== null) && !asked.isSomethingElse);
      const lastMs = Math.max(...all.map(({ closedAtMs }) => closedAtMs ?? 0));
      const resolution = resolveInbound(all, asked);
      const into = all.find((each) => resolution.kind === "reopens" && each.sequenceId === resolution.sequenceId);
      expect(into?.closedAtMs).toBe(asked.nowMs - lastMs <= asked.reopenWithinMs ? lastMs : undefined);
    }),
  );
});

test("the order of the given matters makes no difference", () => {
  fc.assert(
    fc.property(matters, inbound, (all, asked) => {
      expect(resolveInbound([...all].reverse(), asked)).toEqual(resolveInbound(all, asked));
    }),
  );
});
