import { expect, test, vi } from "vitest";
import { createPulse } from "./createPulse";

test("a page pulses at least once a minute while its stream beats, but not at every beat", () => {
  const at = { ms: 0 };
  const pulse = vi.fn();
  const onBeat = createPulse(pulse, () => at.ms);
  for (const beat of Array.from({ length: 61 }, (_, index) => index)) {
    at.ms = beat * 10_000;
    onBeat();
  }
  expect(pulse).toHaveBeenCalledTimes(15);
});
