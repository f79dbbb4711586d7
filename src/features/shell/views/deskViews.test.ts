import { expect, test } from "vitest";
import { deskViews, isInView } from "./deskViews";

const counts = {
  mine: 1,
  unassigned: 2,
  closed: 0,
  backchannels: 0,
  invitations: 0,
  teams: [{ teamId: "t1", name: "Cards", waiting: 3 }],
};

test("each team of the viewer is a view", () => {
  expect(deskViews(counts).map(({ href }) => href)).toEqual([
    "/q/mine",
    "/q/unassigned",
    "/q/backchannels",
    "/q/closed",
    "/q/team?teamId=t1",
  ]);
});

test("what is opened from a list still belongs to its view", () => {
  const [mine, , , , team] = deskViews(counts);
  if (!mine || !team) throw new Error("the views are missing");
  expect(isInView(mine, "/q/mine/s/1", null)).toBe(true);
  expect(isInView(mine, "/q/minefield", null)).toBe(false);
  expect(isInView(team, "/q/team/s/1", "t2")).toBe(false);
  expect(isInView(team, "/q/team/s/1", "t1")).toBe(true);
});
