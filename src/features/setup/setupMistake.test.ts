import { expect, test } from "vitest";
import { SetupAnswers, type SetupMistake, setupMistake } from "./setupMistake";

const right: SetupAnswers = {
  organizationName: "Harbour",
  timeZone: "Europe/Madrid",
  name: "Ana",
  email: "ana@harbour.example",
  password: "tide-lantern-27",
};

/** The first mistake of each field. */
function checkSetup(answers: SetupAnswers): Partial<Record<keyof SetupAnswers, SetupMistake>> {
  const issues = SetupAnswers.safeParse(answers).error?.issues ?? [];
  const fields = SetupAnswers.keyof().options;
  const told = fields.flatMap((field) => {
    const issue = issues.find(({ path }) => path[0] === field);
    return issue ? [[field, setupMistake(issue, answers[field])] as const] : [];
  });
  return Object.fromEntries(told);
}

test("complete answers have no mistakes", () => {
  expect(checkSetup(right)).toEqual({});
  expect(checkSetup({ ...right, email: " ana@harbour.example " })).toEqual({});
});

test("each mistake is reported at its field", () => {
  expect(checkSetup({ ...right, organizationName: " ", email: "ana", password: "short" })).toEqual({
    organizationName: "missing",
    email: "emailWrong",
    password: "passwordShort",
  });
  expect(checkSetup({ ...right, email: " ", password: "" })).toEqual({ email: "missing", password: "missing" });
});

test("what the server would refuse is reported at its field, too", () => {
  expect(checkSetup({ ...right, organizationName: "\u200b", name: "a\0", password: "tide-lantern\uD83D" })).toEqual({
    organizationName: "missing",
    name: "unusable",
    password: "unusable",
  });
  expect(checkSetup({ ...right, organizationName: "😀".repeat(101), password: "a".repeat(129) })).toEqual({
    organizationName: "tooLong",
    password: "tooLong",
  });
  expect(checkSetup({ ...right, organizationName: "😀".repeat(100), name: "👨‍👩‍👧‍👦" })).toEqual({});
});
