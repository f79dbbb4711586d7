import fc from "fast-check";
import { expect, test } from "vitest";
import { endingRefusal, removalRefusal } from "./mayChangeParts";

const customer = { id: "customer", role: "customer", invitedById: null } as const;
const responder = { id: "ana", role: "responder", invitedById: null } as const;
const guest = { id: "lou", role: "specialist", invitedById: "ana" } as const;
const other = { id: "eve", role: "specialist", invitedById: "lou" } as const;

test.each([
  ["a guest leaves", guest, guest, null],
  ["the responder removes a guest", responder, guest, null],
  ["a guest removes somebody they invited", guest, other, null],
  ["a guest removes the one who invited them", other, guest, "not_allowed"],
  ["a guest removes the responder", guest, responder, "not_allowed"],
  ["the responder leaves", responder, responder, "responder_stays"],
  ["the responder removes the customer", responder, customer, "not_allowed"],
] as const)("before the customer: %s", (_, actor, removed, expected) => {
  expect(removalRefusal({ actor, removed, openedById: customer.id })).toBe(expected);
});

test("the opener of a backchannel may remove everybody in it, including those invited by others", () => {
  const opener = { id: "ana", role: "member", invitedById: null } as const;
  for (const removed of [guest, other, opener])
    expect(removalRefusal({ actor: opener, removed, openedById: "ana" })).toBeNull();
});

test("somebody can always end a backchannel, and its opener can while they are in it", () => {
  const ids = fc.uniqueArray(fc.constantFrom("ana", "lou", "eve", "lex"), { minLength: 1 });
  fc.assert(
    fc.property(ids, (partyIds) => {
      const able = partyIds.filter((actorId) => endingRefusal({ actorId, openedById: "ana", partyIds }) === null);
      expect(able).toEqual(partyIds.includes("ana") ? ["ana"] : partyIds);
    }),
  );
});
