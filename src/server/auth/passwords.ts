import { hash, verify } from "@node-rs/argon2";
import { PASSWORD_LENGTH_MAX } from "@/contract/inputs/limits";
import { isWithin } from "@/domain/text/graphemes";

/** OWASP's minimum for argon2id; a sign-in costs some 30 ms of one core. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** How many hashes may be computed at once: sign-ins must not fill the machine. */
const AT_WORK_MAX = 2;

let atWork = 0;
const waiting: (() => void)[] = [];

/** The hash of a password that is stored, as a PHC string. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalized(password), ARGON2ID));
}

/** Whether a password is the one that was hashed. Pass null for an unknown person: the answer then takes as long. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  if (!isWithin(password, PASSWORD_LENGTH_MAX)) return false;
  const isRight = await inTurn(() => verify(stored ?? NOBODYS, normalized(password)));
  return stored !== null && isRight;
}

/** A hash whose password nobody knows. */
const NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5c3NhbHRub2JvZHk$8Qq4Hb0qYxkTgSyqW2bO1qO5nX3b3m7rY8jv0yq6m6c";

const normalized = (password: string) => password.normalize("NFKC");

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (atWork >= AT_WORK_MAX) await new Promise<void>((resolve) => waiting.push(resolve));
  atWork += 1;
  try {
    return await work();
  } finally {
    atWork -= 1;
    waiting.shift()?.();
  }
}
