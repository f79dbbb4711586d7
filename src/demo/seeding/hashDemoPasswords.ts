import { randomBytes } from "node:crypto";
import { hashPassword } from "@/server/auth/passwords";
import { DEMO_LOG_INS } from "../logIns";

const UNKNOWN_PASSWORD_BYTES = 32;

/** The password hashes of the demo log-ins by e-mail address, and the hash of an unknown password for all others. */
export async function hashDemoPasswords(): Promise<{
  passwordHashes: ReadonlyMap<string, string>;
  lockedHash: string;
}> {
  const hashes = DEMO_LOG_INS.map(async ({ email, password }) => [email, await hashPassword(password)] as const);
  const lockedHash = await hashPassword(randomBytes(UNKNOWN_PASSWORD_BYTES).toString("base64url"));
  return { passwordHashes: new Map(await Promise.all(hashes)), lockedHash };
}
