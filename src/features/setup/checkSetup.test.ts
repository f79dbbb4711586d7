import { expect, test } from "vitest";
import { checkSetup } from "./checkSetup";

const right = {
  organizationName: "Harbour",
  timeZone: "Europe/Madrid",
  name: "Ana",
  email: "ana@harbour.example",
  password: "tide-lantern-27",
};

test("whole answers have no mistakes", () => {
  expect(checkSetup(right)).toEqual({});
});

test("each mistake is told at its field", () => {
  expect(checkSetup({ ...right, organizationName: " ", email: "ana", password: "short" })).toEqual({
    organizationName: "missing",
    email: "emailWrong",
    password: "passwordShort",
  });
});

test("what the server would refuse is told at its field, too", () => {
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
