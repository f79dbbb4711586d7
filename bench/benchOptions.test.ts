import { expect, test } from "vitest";
import { benchOptions } from "./benchOptions";

test("without options all parts run, with eight seconds per figure and up to a million sequences", () => {
  expect(benchOptions([])).toMatchObject({
    parts: ["a", "b", "c", "d", "e"],
    measureMs: 8000,
    sizes: [1_000, 100_000, 1_000_000],
  });
});

test("one part can be chosen, and an unknown part is refused", () => {
  expect(benchOptions(["--only", "b"]).parts).toEqual(["b"]);
  expect(() => benchOptions(["--only", "f"])).toThrow(/a, b, c, d or e/);
});

test("sizes must ascend, because each is filled on top of the one before", () => {
  expect(benchOptions(["--sizes", "1000,2000"]).sizes).toEqual([1000, 2000]);
  expect(() => benchOptions(["--sizes", "2000,1000"])).toThrow(/ascending/);
});
