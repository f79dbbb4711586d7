import { expect, test } from "vitest";
import { calibrate, calibrated } from "./calibrate";

const answers = (right: number, wrong: number, margin: number) =>
  Array.from({ length: right + wrong }, (_, index) => ({
    votes: Float32Array.of(margin, 0),
    novelty: 0,
    category: index < right ? 0 : 1,
  }));
const statedFor = (held: ReturnType<typeof answers>) =>
  calibrated(held[0]?.votes ?? new Float32Array(0), calibrate(held))[0] ?? 0;

test("the stated probability is how often such answers were right, for votes of any size", () => {
  for (const margin of [0.8, 2, 6]) expect(statedFor(answers(900, 100, margin))).toBeCloseTo(0.9, 2);
});

test("after sixty right answers, the next is not certain", () => {
  expect(statedFor(answers(60, 0, 3))).toBeCloseTo(60 / 61, 2);
});

test("without held-back requests the votes stay as they are", () => {
  expect(calibrate([])).toBe(1);
});
