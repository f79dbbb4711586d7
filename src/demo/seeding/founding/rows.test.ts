import { expect, expectTypeOf, test } from "vitest";
import type { Changes } from "@/server/writer/changes";
import type { TurnedDeps } from "../playing/turnedDeps";
import { type insertRows, joinRows, type TableRows } from "./rows";

const calendarRow = (id: string) => ({ id, organization_id: "o", name: id, created_at: new Date(0) });

test("rows of the same table are joined in the order of the parts, and none is lost", () => {
  const [team, own, widget] = [calendarRow("team"), calendarRow("own"), calendarRow("widget")];
  const joined = joinRows(joinRows({ calendar: [team], category: [] }), joinRows(), { calendar: [own, widget] });
  expect(Object.entries(joined)).toEqual([
    ["calendar", [team, own, widget]],
    ["category", []],
  ]);
});

test("a spread of joined rows, or of a change, does not compile where the demo writes", () => {
  const spread = { ...joinRows({ calendar: [calendarRow("team")] }), calendar: [calendarRow("own")] };
  expectTypeOf(spread).not.toExtend<TableRows>();
  expectTypeOf(spread).not.toExtend<Parameters<typeof insertRows>[1]>();
  expectTypeOf(spread).not.toExtend<Parameters<typeof joinRows>[number]>();

  type Written = Parameters<TurnedDeps["deps"]["commitTogether"]>[0];
  const respread = (changes: Changes) => ({ ...changes, timers: [] });
  expectTypeOf<Changes>().toExtend<Written>();
  expectTypeOf<ReturnType<typeof respread>>().not.toExtend<Written>();
});
