import { expect, test } from "vitest";
import { isPassword } from "@/server/auth/passwords";
import { DEMO_LOG_INS } from "../logIns";
import { hashDemoPasswords } from "./hashDemoPasswords";

test("each demo log-in has the hash of its own password, and no demo password opens the other accounts", async () => {
  const { passwordHashes, lockedHash } = await hashDemoPasswords();
  expect(passwordHashes.size).toBe(DEMO_LOG_INS.length);
  for (const { email, password } of DEMO_LOG_INS) {
    expect(await isPassword(passwordHashes.get(email) ?? null, password)).toBe(true);
    expect(await isPassword(lockedHash, password)).toBe(false);
  }
});
