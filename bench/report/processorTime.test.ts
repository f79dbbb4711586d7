import { expect, test } from "vitest";
import { isSessionOf, takenMsIn } from "./processorTime";

test("user and system time are read after the command's name, whatever is in the name", () => {
  const fields = ["S", ...Array.from({ length: 10 }, () => "0"), "150", "50", "7", "7"];
  expect(takenMsIn(`4711 (node (a) b) ${fields.join(" ")}`)).toBe(2_000);
  expect(takenMsIn("")).toBe(0);
});

test("only sessions of the named database count", () => {
  expect(isSessionOf("postgres: parley parley_bench_7_a 127.0.0.1(5000) idle", "parley_bench_7_a")).toBe(true);
  expect(isSessionOf("postgres: parley parley_bench_7_ab 127.0.0.1(5000) idle", "parley_bench_7_a")).toBe(false);
  expect(isSessionOf("node parley_bench_7_a", "parley_bench_7_a")).toBe(false);
});
