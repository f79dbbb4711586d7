import { endDuty } from "../availability/endDuty";
import type { Deps } from "../deps";
import { isPassword } from "./passwords";

const SESSION_KEPT_MS = 14 * 86_400_000;
const SESSIONS_MAX = 20;
/** A page pulses every forty seconds, and one pulse may get lost. */
const STREAM_LOST_AFTER_MS = 90_000;

/** Opens a session for the person with this e-mail address and password; null if they do not match. */
export async function signIn(
  email: string,
  password: string,
  deps: Deps,
): Promise<{ userId: string; sessionId: string } | null> {
  const rep = await deps.prisma.rep.findFirst({
    where: {
      user: { email: email.trim().toLowerCase(), deactivated_at: null },
      party: { deactivated_at: null },
    },
    orderBy: { party: { created_at: "asc" } },
    select: { party_id: true, user: { select: { id: true, password_hash: true } } },
  });
  if (!(await isPassword(rep?.user.password_hash ?? null, password)) || !rep) return null;
  const now = deps.clock.now();
  const [userId, sessionId] = [rep.user.id, deps.newId()];
  await deps.prisma.userSession.create({
    data: {
      id: sessionId,
      user_id: userId,
      rep_id: rep.party_id,
      created_at: now,
      expires_at: new Date(now.getTime() + SESSION_KEPT_MS),
      seen_at: now,
    },
    select: { id: true },
  });
  await revokeOldest(userId, deps);
  return { userId, sessionId };
}

/**
 * Ends a session at once: the next request and the next delivery of its streams find it gone. It also ends the duty of its
 * person, unless another session of theirs has a stream open or they have signed in again (`successorId`).
 */
export async function revokeSession(sessionId: string, deps: Deps, successorId: string | null = null): Promise<void> {
  const ended = await deps.prisma.userSession.updateManyAndReturn({
    where: { id: sessionId, revoked_at: null },
    data: { revoked_at: deps.clock.now() },
    select: { rep_id: true, user_id: true },
  });
  deps.bell.ring(ended.map(({ rep_id }) => rep_id));
  for (const { rep_id, user_id } of ended)
    if (user_id !== successorId && !(await hasStream(rep_id, deps)))
      await endDuty(rep_id, { cause: "signed_out" }, deps);
}

/** Ends all sessions of a person at once, and their duty with them. */
export async function revokeAllSessions(userId: string, deps: Deps): Promise<void> {
  const ended = await deps.prisma.userSession.updateManyAndReturn({
    where: { user_id: userId, revoked_at: null },
    data: { revoked_at: deps.clock.now() },
    select: { rep_id: true },
  });
  const repIds = [...new Set(ended.map(({ rep_id }) => rep_id))];
  deps.bell.ring(repIds);
  for (const repId of repIds) await endDuty(repId, { cause: "signed_out" }, deps);
}

/** Whether a valid session of a rep has a stream open, in this process or another. */
async function hasStream(repId: string, { prisma, clock, presence }: Deps): Promise<boolean> {
  await presence.beat();
  const now = clock.now();
  const streaming = await prisma.userSession.findFirst({
    where: {
      rep_id: repId,
      revoked_at: null,
      expires_at: { gt: now },
      streamed_at: { gt: new Date(now.getTime() - STREAM_LOST_AFTER_MS) },
    },
    select: { id: true },
  });
  return streaming !== null;
}

async function revokeOldest(userId: string, { prisma, clock }: Deps): Promise<void> {
  const oldest = await prisma.userSession.findMany({
    where: { user_id: userId, revoked_at: null },
    orderBy: { created_at: "desc" },
    skip: SESSIONS_MAX,
    select: { id: true },
  });
  if (oldest.length === 0) return;
  await prisma.userSession.updateMany({
    where: { id: { in: oldest.map(({ id }) => id) }, revoked_at: null },
    data: { revoked_at: clock.now() },
  });
}
