import { createHmac } from "node:crypto";
import { DomainError } from "@/domain/errors";
import type { Deps } from "../deps";

/** Attempts before the first wait; each one beyond doubles it. */
const FREE_ATTEMPTS = 5;
const FIRST_WAIT_MS = 30_000;
/** A stranger can hold up sign-ins from new places for so long at a time, and no longer. */
const WAIT_MS_MAX = 15 * 60_000;
/** Attempts are forgotten after so long without another. */
const FORGOTTEN_AFTER_MS = 86_400_000;
const PLACE_KEPT_MS = 90 * 86_400_000;
/** Many callers share these: they tell nobody apart. */
const NO_PLACES: readonly string[] = ["loopback", "unknown"];

/** Whose attempt it is, by what was typed, and the key of the address that it comes from. */
export type SignInAttempt = { readonly email: string; readonly addressKey: string };

/** An attempt that may be made; it counts as failed until it is told otherwise. */
export type AdmittedSignIn = {
  /** Forgets the attempts, and remembers the place as one from where this person signs in. */
  succeeded(): Promise<void>;
};

/**
 * Counts an attempt before its password is looked at, and refuses it while the account waits. All processes count
 * together, and unknown accounts wait like known ones. Places from where the person has signed in lately count apart
 * from the rest of the world, so that no stranger can keep them out there.
 *
 * @throws DomainError `too_many_requests` with `retryAfterMs`
 */
export async function admitSignIn(attempt: SignInAttempt, secret: string, deps: Deps): Promise<AdmittedSignIn> {
  const accountKey = keyOf(secret, "account", attempt.email.trim().toLowerCase());
  const placeKey = NO_PLACES.includes(attempt.addressKey) ? null : keyOf(secret, "place", attempt.addressKey);
  const isKnown = placeKey !== null && (await isKnownPlace(accountKey, placeKey, deps));
  const key = isKnown ? keyOf(secret, accountKey, placeKey) : accountKey;
  await count(key, deps);
  return {
    async succeeded() {
      await deps.db.deleteFrom("sign_in_attempt").where("key", "=", key).execute();
      if (placeKey !== null) await rememberPlace(accountKey, placeKey, deps);
    },
  };
}

/** Forgets attempts and places of long ago. */
export async function forgetSignIns({ db, clock }: Deps): Promise<void> {
  const nowMs = clock.now().getTime();
  await db
    .deleteFrom("sign_in_attempt")
    .where("last_at", "<", new Date(nowMs - FORGOTTEN_AFTER_MS))
    .execute();
  await db
    .deleteFrom("sign_in_place")
    .where("signed_in_at", "<", new Date(nowMs - PLACE_KEPT_MS))
    .execute();
}

/** Attempts at the same moment come one after the other here, each by the count of those before it. */
const COUNT = `
  insert into sign_in_attempt as a (key, attempts, last_at, next_at) values ($1, 1, $2, $2)
  on conflict (key) do update set last_at = $2,
    attempts = case when a.last_at < $3 then 1 else a.attempts + 1 end,
    next_at = case when a.last_at < $3 or a.attempts + 1 < $4 then $2::timestamptz else
      $2::timestamptz + least($6, $5 * 2 ^ least(a.attempts + 1 - $4, 20)) * interval '1 millisecond' end
  where a.next_at <= $2
  returning key`;

async function count(key: string, { pool, clock }: Deps): Promise<void> {
  const now = clock.now();
  const forgottenBefore = new Date(now.getTime() - FORGOTTEN_AFTER_MS);
  const counted = await pool.query(COUNT, [key, now, forgottenBefore, FREE_ATTEMPTS, FIRST_WAIT_MS, WAIT_MS_MAX]);
  if (counted.rowCount !== 0) return;
  const { rows } = await pool.query<{ next_at: Date }>("select next_at from sign_in_attempt where key = $1", [key]);
  const nextAtMs = rows[0]?.next_at.getTime() ?? now.getTime();
  throw new DomainError("too_many_requests", { retryAfterMs: Math.max(0, nextAtMs - now.getTime()) });
}

async function isKnownPlace(accountKey: string, placeKey: string, { db, clock }: Deps): Promise<boolean> {
  const row = await db
    .selectFrom("sign_in_place")
    .select("signed_in_at")
    .where("account_key", "=", accountKey)
    .where("place_key", "=", placeKey)
    .where("signed_in_at", ">", new Date(clock.now().getTime() - PLACE_KEPT_MS))
    .executeTakeFirst();
  return row !== undefined;
}

async function rememberPlace(accountKey: string, placeKey: string, { db, clock }: Deps): Promise<void> {
  await db
    .insertInto("sign_in_place")
    .values({ account_key: accountKey, place_key: placeKey, signed_in_at: clock.now() })
    .onConflict((conflict) => conflict.columns(["account_key", "place_key"]).doUpdateSet({ signed_in_at: clock.now() }))
    .execute();
}

function keyOf(secret: string, ...parts: readonly string[]): string {
  return createHmac("sha256", secret).update(JSON.stringify(parts)).digest("base64url");
}
