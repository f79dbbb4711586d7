import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { errorCodeOf, isErrorCode } from "./errorCodeOf";

const answered = (message: string) =>
  new TRPCClientError(message, { result: { error: { message, code: -32603, data: { code: "CONFLICT" } } } });

test("a refusal of the server keeps its own code", () => {
  expect(errorCodeOf(answered("stale_version"))).toBe("stale_version");
});

test("an answer without a known code is an unknown error", () => {
  expect(errorCodeOf(answered("Internal server error"))).toBe("unknown");
  expect(errorCodeOf(new Error("not_found"))).toBe("unknown");
});

test("a server that cannot reach its database answers with a code that has words", () => {
  expect(errorCodeOf(answered("unavailable"))).toBe("unavailable");
  expect(isErrorCode("unavailable")).toBe(true);
});

test("no answer at all means that the server cannot be reached", () => {
  expect(errorCodeOf(new TRPCClientError("Failed to fetch"))).toBe("unreachable");
});
