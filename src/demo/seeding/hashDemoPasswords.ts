import { randomBytes } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { DEMO_LOG_INS } from "../logIns";

/** As sign-in makes them: argon2id (the package's default), 19 MiB, two passes, one lane. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const UNKNOWN_PASSWORD_BYTES = 32;

/** The hashes of the demo's log-ins, by e-mail address, and one of a password that nobody knows for everybody else. */
export async function hashDemoPasswords(): Promise<{
  passwordHashes: ReadonlyMap<string, string>;
  lockedHash: string;
}> {
  const passwordHashes = new Map<string, string>();
  for (const { email, password } of DEMO_LOG_INS) passwordHashes.set(email, await hash(password, ARGON));
  return { passwordHashes, lockedHash: await hash(randomBytes(UNKNOWN_PASSWORD_BYTES), ARGON) };
}
