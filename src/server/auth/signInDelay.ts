import { createHmac } from "node:crypto";
import { DomainError } from "@/domain/errors";
import type { Deps } from "../deps";

/** After so many failed attempts the first wait begins; each further one doubles it. */
const FREE_ATTEMPTS = 5;
/** An address may be that of a whole office. */
const FREE_ATTEMPTS_OF_ADDRESS = 50;
const FIRST_WAIT_MS = 30_000;
/** The longest time for which a stranger can hold up sign-ins from new places at once. */
const WAIT_MS_MAX = 15 * 60_000;
/** Attempts are forgotten after this time without another one. */
const FORGOTTEN_AFTER_MS = 86_400_000;
const OF_ADDRESS_FORGOTTEN_AFTER_MS = 3_600_000;
export const PLACE_KEPT_MS = 90 * 86_400_000;
/** Many callers share these addresses, so they identify nobody. */
const SHARED_ADDRESSES: readonly string[] = ["loopback", "unknown"];

/** The account that was typed, and where the attempt comes from: the key of an address, and the browser if it is known. */
export type SignInAttempt = { readonly email: string; readonly addressKey: string; readonly browserId: string | null };

/** An attempt that may be made. It counts as failed until `succeeded` is called. */
export type AdmittedSignIn = {
  /** Forgets the attempts, and remembers the browser and the address as places where this person signs in. */
  succeeded(): Promise<void>;
};

/**
 * Counts an attempt before its password is checked, and refuses it while the account or the address has to wait. All
 * processes count together, and unknown accounts wait like known ones. Each browser or address where the person has signed
 * in lately has a count of its own, so that no stranger can keep the person out there. At such a browser, attempts of
 * others from the same address do not matter either.
 *
 * @throws DomainError `too_many_requests` with `retryAfterMs`
 */
export async function admitSignIn(attempt: SignInAttempt, secret: string, deps: Deps): Promise<AdmittedSignIn> {
  const accountKey = keyOf(secret, "account", attempt.email.trim().toLowerCase());
  const { browserKey, addressKey } = placesOf(attempt, secret);
  const places = [browserKey, addressKey].filter((key) => key !== null);
  const known = await knownPlaces(accountKey, places, deps);
  const placeKey = places.find((key) => known.has(key)) ?? null;
  const isKnownBrowser = browserKey !== null && placeKey === browserKey;
  const addressCount = isKnownBrowser || addressKey === null ? null : keyOf(secret, "from", addressKey);
  if (addressCount !== null) await count(addressCount, OF_ADDRESS, deps);
  const key = placeKey === null ? accountKey : keyOf(secret, accountKey, placeKey);
  await count(key, OF_ACCOUNT, deps);
  return {
    async succeeded() {
      await deps.db.deleteFrom("sign_in_attempt").where("key", "=", key).execute();
      if (addressCount !== null) await giveBack(addressCount, deps);
      for (const place of places) await rememberPlace(accountKey, place, deps);
    },
  };
}

function placesOf({ addressKey, browserId }: SignInAttempt, secret: string) {
  return {
    browserKey: browserId === null ? null : keyOf(secret, "browser", browserId),
    addressKey: SHARED_ADDRESSES.includes(addressKey) ? null : keyOf(secret, "place", addressKey),
  };
}

/** Deletes attempts and places of long ago. */
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

type Bounds = { freeAttempts: number; forgottenAfterMs: number };
const OF_ACCOUNT: Bounds = { freeAttempts: FREE_ATTEMPTS, forgottenAfterMs: FORGOTTEN_AFTER_MS };
const OF_ADDRESS: Bounds = {
  freeAttempts: FREE_ATTEMPTS_OF_ADDRESS,
  forgottenAfterMs: OF_ADDRESS_FORGOTTEN_AFTER_MS,
};

/** The row lock puts simultaneous attempts in order: each one counts those before it. */
const COUNT = `
  insert into sign_in_attempt as a (key, attempts, last_at, next_at) values ($1, 1, $2, $2)
  on conflict (key) do update set last_at = $2,
    attempts = case when a.last_at < $3 then 1 else a.attempts + 1 end,
    next_at = case when a.last_at < $3 or a.attempts + 1 < $4 then $2::timestamptz else
      $2::timestamptz + least($6, $5 * 2 ^ least(a.attempts + 1 - $4, 20)) * interval '1 millisecond' end
  where a.next_at <= $2
  returning key`;

async function count(key: string, bounds: Bounds, { pool, clock }: Deps): Promise<void> {
  const now = clock.now();
  const forgottenBefore = new Date(now.getTime() - bounds.forgottenAfterMs);
  const counted = await pool.query(COUNT, [key, now, forgottenBefore, bounds.freeAttempts, FIRST_WAIT_MS, WAIT_MS_MAX]);
  if (counted.rowCount !== 0) return;
  const { rows } = await pool.query<{ next_at: Date }>("select next_at from sign_in_attempt where key = $1", [key]);
  const nextAtMs = rows[0]?.next_at.getTime() ?? now.getTime();
  throw new DomainError("too_many_requests", { retryAfterMs: Math.max(0, nextAtMs - now.getTime()) });
}

/** A successful attempt does not count against its address: colleagues who share it sign in all morning. */
async function giveBack(key: string, { pool, clock }: Deps): Promise<void> {
  await pool.query(
    `update sign_in_attempt set attempts = attempts - 1, next_at = case when attempts <= $3 then $2 else next_at end
     where key = $1 and attempts > 0`,
    [key, clock.now(), FREE_ATTEMPTS_OF_ADDRESS],
  );
}

async function knownPlaces(accountKey: string, places: readonly string[], { db, clock }: Deps): Promise<Set<string>> {
  if (places.length === 0) return new Set();
  const rows = await db
    .selectFrom("sign_in_place")
    .select("place_key")
    .where("account_key", "=", accountKey)
    .where("place_key", "in", places)
    .where("signed_in_at", ">", new Date(clock.now().getTime() - PLACE_KEPT_MS))
    .execute();
  return new Set(rows.map(({ place_key }) => place_key));
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
