import { expect, expectTypeOf, test } from "vitest";
import type { Changes, Entry, PartOfChanges, PlainLists, Timer } from "./changes";
import { composeBatch, composeChanges, composePart, withLists } from "./composeChanges";

const at = new Date("2026-03-02T10:00:00Z");
const base = { at, organizationId: "org" };
const entry = (list: string): Entry => ({ list, kind: "interaction", interaction_id: "i" });
const timer = (key: string): Timer => ({ task: "drainForRep", key, payload: {}, runAt: at });

test("lists of one name are joined in the order of the parts, and all others are kept", () => {
  const moved = composePart({ entries: [entry("a")], timers: [timer("look")] });
  const changes = composeChanges(
    base,
    moved,
    composePart(),
    { entries: [entry("b"), entry("c")], leave: [] },
    composePart({ entries: [entry("d")] }, { timers: [timer("drain")] }),
  );
  expect(changes).toEqual({
    ...{ at, organizationId: "org" },
    entries: [entry("a"), entry("b"), entry("c"), entry("d")],
    timers: [timer("look"), timer("drain")],
    leave: [],
  });
});

test("further parts are added to a change, and several changes are composed into one", () => {
  const first = composeChanges(base, { entries: [entry("a")] });
  expect(composeChanges(first, { entries: [entry("b")] }).entries).toEqual([entry("a"), entry("b")]);
  const later = new Date(at.getTime() + 1);
  const batch = composeBatch([first, composeChanges({ ...base, at: later }, { entries: [entry("b")] })], later);
  expect(batch).toEqual({ at: later, organizationId: "org", entries: [entry("a"), entry("b")] });
});

test("two patches of one row are refused, since the writer would keep only one", () => {
  const patch = { patchSequence: [{ id: "s", subject: "One" }] };
  expect(() => composePart(patch, { patchSequence: [{ id: "s", tags: [] }] })).toThrow(
    "patchSequence names a row twice",
  );
  const bump = { patchRequest: [{ sequence_id: "s", bump: true }] };
  expect(() => composeChanges(base, bump, bump)).toThrow("patchRequest names a row twice");
  expect(composePart(patch, { patchSequence: [{ id: "t", tags: [] }] }).patchSequence).toHaveLength(2);
});

test("named lists are replaced or removed", () => {
  const part = composePart({ entries: [entry("a")], timers: [timer("look")], leave: [] });
  expect(withLists(part, { entries: [entry("b")], timers: null })).toEqual({ entries: [entry("b")], leave: [] });
});

test("a spread part or change does not compile as a part or a change", () => {
  const part = composePart({ entries: [entry("a")] });
  const changes = composeChanges(base, part);
  const spread = { ...part, entries: [entry("b")] };
  expectTypeOf(spread).not.toExtend<PartOfChanges>();
  expectTypeOf(spread).not.toExtend<PlainLists>();
  const { entries: _, ...rest } = part;
  expectTypeOf(rest).not.toExtend<PlainLists | PartOfChanges>();
  const whole = { ...changes, entries: [entry("b")] };
  expectTypeOf(whole).not.toExtend<Changes>();
  expectTypeOf({ ...base, ...part }).not.toExtend<Changes>();
  expectTypeOf(changes).not.toExtend<PartOfChanges | PlainLists>();
  expectTypeOf({ entries: [entry("b")] }).toExtend<PlainLists>();
});
