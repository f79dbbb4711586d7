import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { askedWaitMs, refusalOf } from "./refusalOf";

const told = (code: string) =>
  TRPCClientError.from({ error: { message: code, code: -32_000, data: { code: "CONFLICT", httpStatus: 409 } } });

test("a message waits while its writer is not the one who is signed in", () => {
  for (const code of ["not_signed_in", "other_viewer", "too_many_requests"]) expect(refusalOf(told(code))).toBeNull();
});

test("a refusal for good keeps its code", () => {
  for (const code of ["sequence_closed", "audience_mismatch", "not_found"]) expect(refusalOf(told(code))).toBe(code);
});

const answeredWith = (status: number) =>
  TRPCClientError.from(new Error("no JSON"), { meta: { response: new Response(null, { status }) } });

test("an HTTP error without a known code is a refusal for good, unless its status means later or a fault", () => {
  expect(refusalOf(answeredWith(413))).toBe("too_large");
  for (const status of [400, 403, 404, 415]) expect(refusalOf(answeredWith(status))).toBe("invalid_input");
  for (const status of [401, 408, 425, 429, 500, 502, 503]) expect(refusalOf(answeredWith(status))).toBeNull();
});

test("an answer may ask to wait", () => {
  const asked = (status: number, headers: Record<string, string>) =>
    TRPCClientError.from(new Error("no JSON"), { meta: { response: new Response(null, { status, headers }) } });
  expect(askedWaitMs(asked(503, { "retry-after": "7" }))).toBe(7_000);
  expect(askedWaitMs(asked(429, { "retry-after": "2" }))).toBe(2_000);
  expect(askedWaitMs(asked(503, {}))).toBe(0);
  expect(askedWaitMs(new Error("no answer"))).toBe(0);
});

test("a fault of the server passes, whatever it calls itself", () => {
  const fault = { message: "sla_calendar_exhausted", code: -32_603, data: { code: "INTERNAL", httpStatus: 500 } };
  expect(refusalOf(TRPCClientError.from({ error: fault }))).toBeNull();
});

test("no answer is no refusal", () => {
  expect(refusalOf(new TypeError("Failed to fetch"))).toBeNull();
});
