import { expect, test } from "vitest";
import { unstorablePath } from "./unstorablePath";

test("a text that cannot be stored is found at any place, also in a key", () => {
  expect(unstorablePath("a\0")).toEqual([]);
  expect(unstorablePath({ a: [{ b: "x" }, { b: "\uD83D" }] })).toEqual(["a", "1", "b"]);
  expect(unstorablePath({ a: { "b\0": 1 } })).toEqual(["a"]);
  expect(unstorablePath({ a: ["😀", { b: "é", c: null, d: 1 }] })).toBeNull();
});

test("a value that nests deeper than the stack is searched, too", () => {
  let nested: unknown = "\0";
  for (let depth = 0; depth < 50_000; depth += 1) nested = { a: nested };
  expect(unstorablePath(nested)).toHaveLength(50_000);
});
