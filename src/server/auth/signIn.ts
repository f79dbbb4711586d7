import { endDuty } from "../availability/endDuty";
import type { Deps } from "../deps";
import { isPassword } from "./passwords";

const SESSION_KEPT_MS = 14 * 86_400_000;
const SESSIONS_MAX = 20;
/** A page pulses every forty seconds; one may be lost. */
const STREAM_LOST_AFTER_MS = 90_000;

/** Opens a session for the person with this e-mail address and password; null where they do not fit. */
export async function signIn(
  email: string,
  password: string,
  deps: Deps,
): Promise<{ userId: string; sessionId: string } | null> {
  const person = await deps.db
    .selectFrom("app_user")
    .innerJoin("rep", "rep.user_id", "app_user.id")
    .innerJoin("party", "party.id", "rep.party_id")
    .select(["app_user.id as user_id", "app_user.password_hash", "rep.party_id as rep_id"])
    .where("app_user.email", "=", email.trim().toLowerCase())
    .where("app_user.deactivated_at", "is", null)
    .where("party.deactivated_at", "is", null)
    .orderBy("party.created_at")
    .executeTakeFirst();
  if (!(await isPassword(person?.password_hash ?? null, password)) || !person) return null;
  const now = deps.clock.now();
  const sessionId = deps.newId();
  await deps.db
    .insertInto("user_session")
    .values({
      id: sessionId,
      user_id: person.user_id,
      rep_id: person.rep_id,
      created_at: now,
      expires_at: new Date(now.getTime() + SESSION_KEPT_MS),
      seen_at: now,
    })
    .execute();
  await revokeOldest(person.user_id, deps);
  return { userId: person.user_id, sessionId };
}

/**
 * Ends a session at once: the next request and the next delivery of its streams find it gone. It ends the duty of its
 * person, too, unless another session of theirs has a stream open, or it is they who have signed in again.
 */
export async function revokeSession(sessionId: string, deps: Deps, successorId: string | null = null): Promise<void> {
  const ended = await deps.db
    .updateTable("user_session")
    .set({ revoked_at: deps.clock.now() })
    .where("id", "=", sessionId)
    .where("revoked_at", "is", null)
    .returning(["rep_id", "user_id"])
    .execute();
  deps.bell.ring(ended.map(({ rep_id }) => rep_id));
  for (const { rep_id, user_id } of ended)
    if (user_id !== successorId && !(await hasStream(rep_id, deps)))
      await endDuty(rep_id, { cause: "signed_out" }, deps);
}

/** Ends all sessions of a person at once, and with them their duty. */
export async function revokeAllSessions(userId: string, deps: Deps): Promise<void> {
  const ended = await deps.db
    .updateTable("user_session")
    .set({ revoked_at: deps.clock.now() })
    .where("user_id", "=", userId)
    .where("revoked_at", "is", null)
    .returning("rep_id")
    .execute();
  const repIds = [...new Set(ended.map(({ rep_id }) => rep_id))];
  deps.bell.ring(repIds);
  for (const repId of repIds) await endDuty(repId, { cause: "signed_out" }, deps);
}

/** Whether a session of a rep that still holds has a stream open, at this process or another. */
async function hasStream(repId: string, { db, clock, presence }: Deps): Promise<boolean> {
  await presence.beat();
  const now = clock.now();
  const streaming = await db
    .selectFrom("user_session")
    .select("id")
    .where("rep_id", "=", repId)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .where("streamed_at", ">", new Date(now.getTime() - STREAM_LOST_AFTER_MS))
    .limit(1)
    .executeTakeFirst();
  return streaming !== undefined;
}

async function revokeOldest(userId: string, deps: Deps): Promise<void> {
  const kept = deps.db
    .selectFrom("user_session")
    .select("id")
    .where("user_id", "=", userId)
    .where("revoked_at", "is", null)
    .orderBy("created_at", "desc")
    .limit(SESSIONS_MAX);
  await deps.db
    .updateTable("user_session")
    .set({ revoked_at: deps.clock.now() })
    .where("user_id", "=", userId)
    .where("revoked_at", "is", null)
    .where("id", "not in", kept)
    .execute();
}
