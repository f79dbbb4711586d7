import { expect, test } from "vitest";
import { CustomerStreamAsked, MemberStreamAsked } from "./live";

const SEQUENCE = "0192a6f0-0000-7000-8000-000000000001";

test("an address of a member's stream is read whole", () => {
  const asked = { from: "party.12~t-e_am.3", tab: "tab-0001", board: "1", pulsed: "1", open: SEQUENCE };
  expect(MemberStreamAsked.parse({ ...asked, viewer: "somebody" })).toEqual({ ...asked, board: true, pulsed: true });
});

test("a stream without options, and one with malformed options, follows lists alone", () => {
  const plain = { board: false, pulsed: false };
  expect(MemberStreamAsked.parse({})).toEqual(plain);
  const malformed = { from: "a b", tab: "short", board: "yes", pulsed: "", open: "' or 1=1" };
  expect(MemberStreamAsked.parse(malformed)).toEqual(plain);
  expect(MemberStreamAsked.parse({ from: "x".repeat(20_000), tab: "x".repeat(65) })).toEqual(plain);
});

test("the beginning of everything is a position", () => {
  expect(MemberStreamAsked.parse({ from: "" })).toMatchObject({ from: "" });
});

test("a customer's stream is refused for a malformed key, and for nothing else", () => {
  expect(CustomerStreamAsked.parse({ key: "pk_shop", tab: "?", from: "?" })).toEqual({ key: "pk_shop" });
  expect(CustomerStreamAsked.safeParse({ key: "%00" }).success).toBe(false);
  expect(CustomerStreamAsked.parse({})).toEqual({});
});
