import { decode } from "next-auth/jwt";

/**
 * Whether people reach Parley by https: then its cookies are for https only. It is read at each use, since the process
 * learns its address after this module is loaded.
 */
export function isSecure(): boolean {
  return (process.env.NEXTAUTH_URL ?? "").startsWith("https:");
}

/** Browsers limit a cookie with this prefix to one host and to https. */
export const hostCookieName = (name: string) => (isSecure() ? `__Host-${name}` : name);

export const sessionCookieName = () => hostCookieName("parley-session");

const DECODED_KEPT_MAX = 5_000;
const decoded = new Map<string, { sessionId: string; expiresAtMs: number }>();

/**
 * The session id in a cookie, or null. A token always decrypts to the same, so the result is kept. Whether the session
 * still holds is looked up in the database each time (`viewers`).
 */
export async function sessionIdOf(token: string | undefined, nowMs: number): Promise<string | null> {
  if (!token) return null;
  const known = decoded.get(token);
  if (known) return known.expiresAtMs > nowMs ? known.sessionId : null;
  const claims = await decode({ token, secret: process.env.NEXTAUTH_SECRET ?? "" }).catch(() => null);
  if (typeof claims?.sid !== "string" || typeof claims.exp !== "number") return null;
  if (decoded.size >= DECODED_KEPT_MAX) decoded.clear();
  decoded.set(token, { sessionId: claims.sid, expiresAtMs: claims.exp * 1_000 });
  return claims.exp * 1_000 > nowMs ? claims.sid : null;
}
