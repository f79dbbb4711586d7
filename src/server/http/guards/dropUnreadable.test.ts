import { expect, test } from "vitest";
import { dropUnreadable, hasReadableReturn } from "./dropUnreadable";

const after = (headers: Record<string, string | string[]>) => {
  dropUnreadable(headers);
  return headers;
};

test.each([
  "%",
  "%00",
  "null",
  "[]",
  "{}",
  "[1,{}]",
  '["",{"children":7}]',
  "a".repeat(50_000),
  "\u00ed\u00a0\u00bd",
  ";",
])("a router state of %j is dropped", (state) => {
  expect(after({ "next-router-state-tree": state, rsc: "1" })).toEqual({ rsc: "1" });
});

test("a router state in the form of Next's own pages stays", () => {
  const state = encodeURIComponent(
    JSON.stringify(["", { children: ["q", { children: ["__PAGE__", {}] }] }, null, null]),
  );
  expect(after({ "next-router-state-tree": state })).toEqual({ "next-router-state-tree": state });
});

test("only the return address is dropped from the cookies", () => {
  const cookie =
    "parley-session=a.b; next-auth.callback-url=%00; __Secure-next-auth.callback-url=x; next-auth.csrf-token=t=";
  expect(after({ cookie })).toEqual({ cookie: "parley-session=a.b; next-auth.csrf-token=t=" });
  expect(after({})).toEqual({});
});

test.each([
  ["callbackUrl=/q/mine", true],
  ["callbackUrl=https%3A%2F%2Fdesk.example%2F", true],
  ["callbackUrl=", true],
  ["other=%00", true],
  ["callbackUrl=%00", false],
  ["callbackUrl=%ED%A0%BD", false],
  ["callbackUrl=javascript:alert(1)", false],
  ["callbackUrl=//[", false],
  ["callbackUrl=/q&callbackUrl=%25", false],
])("%s can be returned to: %s", (query, isReadable) => {
  expect(hasReadableReturn(new URLSearchParams(query))).toBe(isReadable);
});
