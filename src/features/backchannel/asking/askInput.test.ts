import { expect, test } from "vitest";
import { INVITED_AT_ONCE_MAX } from "@/contract/inputs/limits";
import type { DirectoryEntry } from "@/contract/views/organizationViews";
import { AskInput, openingOf } from "./askInput";

const team = (id: string): DirectoryEntry => ({
  ...{ kind: "team", id, name: `Team ${id}`, isOpen: true, opensAt: null, availableCount: 1 },
});
const rep = (id: string): DirectoryEntry => ({
  ...{ kind: "rep", id, name: `Rep ${id}`, availability: "available", teamNames: [] },
});
const MESSAGE_ID = "0197e5a0-0000-7000-8000-000000000001";
const entered: AskInput = {
  chosen: [team("t"), rep("r")],
  question: "Who knows?",
  isSharingMessages: true,
  sharedMessageIds: [MESSAGE_ID],
  sharesCustomerName: false,
};
const wrongFields = (input: AskInput) =>
  AskInput.safeParse(input).error?.issues.map(({ path, code }) => `${path.join(".")} ${code}`) ?? [];

test("teams and people are sent as ids, with the shared messages", () => {
  expect(wrongFields(entered)).toEqual([]);
  expect(openingOf(entered)).toEqual({
    ...{ question: "Who knows?", teamIds: ["t"], repIds: ["r"], sharedMessageIds: [MESSAGE_ID] },
    sharesCustomerName: false,
  });
});

test("messages that were chosen are not sent when sharing is switched off", () => {
  expect(openingOf({ ...entered, isSharingMessages: false }).sharedMessageIds).toEqual([]);
});

test("a question needs words and at least one partner, and at most as many as the server takes", () => {
  expect(wrongFields({ ...entered, question: " \u200b", chosen: [] })).toEqual(["question custom", "chosen too_small"]);
  const ids = Array.from({ length: INVITED_AT_ONCE_MAX + 1 }, (_, index) => `${index}`);
  expect(wrongFields({ ...entered, chosen: ids.slice(1).flatMap((id) => [team(id), rep(id)]) })).toEqual([]);
  expect(wrongFields({ ...entered, chosen: ids.map(team) })).toEqual(["chosen custom"]);
  expect(wrongFields({ ...entered, chosen: ids.map(rep) })).toEqual(["chosen custom"]);
});
