import { expect, test } from "vitest";
import { unstorablePath } from "./unstorablePath";

test("what nothing can store is found wherever it stands, also in a key", () => {
  expect(unstorablePath("a\0")).toEqual([]);
  expect(unstorablePath({ a: [{ b: "x" }, { b: "\uD83D" }] })).toEqual(["a", "1", "b"]);
  expect(unstorablePath({ a: { "b\0": 1 } })).toEqual(["a"]);
  expect(unstorablePath({ a: ["😀", { b: "é", c: null, d: 1 }] })).toBeNull();
});

test("it finds its way in what is nested deeper than a stack", () => {
  let nested: unknown = "\0";
  for (let depth = 0; depth < 50_000; depth += 1) nested = { a: nested };
  expect(unstorablePath(nested)).toHaveLength(50_000);
});
