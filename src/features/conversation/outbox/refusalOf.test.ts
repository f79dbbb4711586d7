import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { refusalOf } from "./refusalOf";

const told = (code: string) =>
  TRPCClientError.from({ error: { message: code, code: -32_000, data: { code: "CONFLICT", httpStatus: 409 } } });

test("a message waits while its writer is not the one who is signed in", () => {
  for (const code of ["not_signed_in", "other_viewer", "too_many_requests"]) expect(refusalOf(told(code))).toBeNull();
});

test("what was refused for good keeps its code", () => {
  for (const code of ["sequence_closed", "audience_mismatch", "not_found"]) expect(refusalOf(told(code))).toBe(code);
});

test("no answer is no refusal", () => {
  expect(refusalOf(new TypeError("Failed to fetch"))).toBeNull();
});
