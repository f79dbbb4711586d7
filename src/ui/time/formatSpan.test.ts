import { expect, test } from "vitest";
import { formatSpan } from "./formatSpan";

const S = 1_000;
const M = 60 * S;
const H = 60 * M;

test.each([
  [-5 * S, "0s"],
  [59 * S, "59s"],
  [80 * S, "1m 20s"],
  [2 * M + 30 * S, "2m"],
  [72 * M, "1h 12m"],
  [3 * H, "3h"],
  [52 * H + 59 * M, "2d 4h"],
])("%d ms is written %s", (spanMs, text) => {
  expect(formatSpan(spanMs, "en")).toBe(text);
});

test("the long form has whole words", () => {
  expect(formatSpan(4 * M, "en", "long")).toBe("4 minutes");
});
