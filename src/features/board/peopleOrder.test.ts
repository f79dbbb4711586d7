import { expect, test } from "vitest";
import { peopleOrder } from "./peopleOrder";

const rep = (name: string, availability: "available" | "busy" | "offline", used = 0, late = 0) => ({
  repId: name,
  name,
  teamNames: [],
  availability,
  availabilitySince: new Date(0),
  absence: null,
  used,
  capacity: 5,
  open: used,
  late,
});

test("reps with late requests come first, then those at work, then those with the highest load", () => {
  const people = [
    rep("Ole", "offline"),
    rep("Bea", "available", 1),
    rep("Ann", "available", 3),
    rep("Liv", "busy", 1, 1),
  ];
  expect(people.sort(peopleOrder).map(({ name }) => name)).toEqual(["Liv", "Ann", "Bea", "Ole"]);
});
