import { verify } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { hashPassword, isPassword } from "./passwords";

test("a password is stored as salted argon2id: the same password twice gives two hashes", async () => {
  const [one, other] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  expect(await verify(one, "correct horse")).toBe(true);
});

test("only the password that was hashed is right, in whatever form its letters were typed", async () => {
  const stored = await hashPassword("caf\u00e9 au lait");
  expect(await isPassword(stored, "caf\u00e9 au lait")).toBe(true);
  expect(await isPassword(stored, "cafe\u0301 au lait")).toBe(true);
  for (const wrong of ["", "cafe au lait", "caf\u00e9 au lait ", "CAF\u00c9 AU LAIT"])
    expect(await isPassword(stored, wrong)).toBe(false);
});

test("for an unknown person every password is wrong, and nothing breaks", async () => {
  for (const password of ["", "correct horse", "x".repeat(128)]) expect(await isPassword(null, password)).toBe(false);
});

test("an endless password is refused without hashing it", async () => {
  const stored = await hashPassword("x".repeat(128));
  expect(await isPassword(stored, "x".repeat(129))).toBe(false);
  expect(await isPassword(stored, "x".repeat(1_000_000))).toBe(false);
});

test("every password that the setup accepts signs in, whatever its characters", async () => {
  for (const password of ["😀".repeat(128), "👨‍👩‍👧‍👦".repeat(100), "é".repeat(128)])
    expect(await isPassword(await hashPassword(password), password)).toBe(true);
});
