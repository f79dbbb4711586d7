import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DESK_VIEWS, type DeskPlace, deskPath, deskPlace } from "./deskPlace";

const word = fc.string({ minLength: 1, maxLength: 12 });
const place: fc.Arbitrary<DeskPlace> = fc.oneof(
  fc.record({ view: fc.constantFrom(...DESK_VIEWS), sequenceId: word, interactionId: fc.constant(null) }),
  fc.record({ view: fc.constantFrom(...DESK_VIEWS), sequenceId: fc.constant(null), interactionId: word }),
  fc.record({ view: fc.constantFrom(...DESK_VIEWS), sequenceId: fc.constant(null), interactionId: fc.constant(null) }),
);

test("a place read from its own path is the same place", async () => {
  await fc.assert(
    fc.property(place, (each) => {
      expect(deskPlace(deskPath(each))).toEqual(each);
    }),
  );
});

test("a path that names no view is no place", () => {
  expect(deskPlace("/q/nothing")).toBeNull();
  expect(deskPlace("/board")).toBeNull();
});
