import { expect, test } from "vitest";
import { aliasOf } from "./alias";

const alias = { name: "Harbour Bank", picture: "bank.png" };
const ana = { publicName: "Ana", picture: "ana.png" };

test("a customer sees a rep's public name only where the organization shows it and the rep has one (P8)", () => {
  expect(aliasOf(ana, { showsRepsAs: "public_name", alias })).toEqual({ name: "Ana", picture: "ana.png" });
  expect(aliasOf(ana, { showsRepsAs: "organization", alias })).toBe(alias);
  expect(aliasOf({ ...ana, publicName: null }, { showsRepsAs: "public_name", alias })).toBe(alias);
});
