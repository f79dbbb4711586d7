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
