import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyAgenda } from "./agenda";

test("happenings come out in the order of time, and those of one instant in the order in which they were added", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (instants) => {
      const agenda = emptyAgenda<number>();
      for (const [order, atMs] of instants.entries()) agenda.add(atMs, order);
      const taken: { atMs: number; happening: number }[] = [];
      for (let next = agenda.next(20); next; next = agenda.next(20)) taken.push(next);
      const expected = instants.map((atMs, happening) => ({ atMs, happening }));
      expected.sort((a, b) => a.atMs - b.atMs || a.happening - b.happening);
      expect(taken.map(({ atMs, happening }) => ({ atMs, happening }))).toEqual(expected);
    }),
    { seed: 5 },
  );
});

test("a happening after the given instant stays on the agenda", () => {
  const agenda = emptyAgenda<string>();
  agenda.add(11, "later");
  expect(agenda.next(10)).toBeNull();
  expect(agenda.next(11)?.happening).toBe("later");
});
