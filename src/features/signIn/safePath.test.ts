import { expect, test } from "vitest";
import { safePath } from "./safePath";

test("a path of this origin is kept, with its query", () => {
  expect(safePath("/q/mine?teamId=1#thread")).toBe("/q/mine?teamId=1#thread");
});

test.each([
  "https://evil.example/q",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/x/..//evil.example",
  "javascript:alert(1)",
  "q/mine",
  "",
  null,
])("%j leads elsewhere or nowhere, and is not followed", (path) => {
  expect(safePath(path)).toBe("/");
});
