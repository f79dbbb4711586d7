import type { LoggerInstance, NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { Credentials } from "@/contract/inputs/organization";
import { DomainError } from "@/domain/errors";
import { isDatabaseAway, isDatabaseBusy } from "../db/isDatabaseAway";
import { processDeps } from "../processDeps";
import { readCookies } from "./cookies";
import { BROWSER_HEADER } from "./knownBrowser";
import { addressKey } from "./networkAddress";
import { returnAddress } from "./returnAddress";
import { isSecure, sessionCookieName, sessionIdOf } from "./sessionCookie";
import { revokeSession, signIn } from "./signIn";
import { admitSignIn } from "./signInDelay";

const Headers = z.object({
  cookie: z.string().optional(),
  "x-parley-address": z.string().default(""),
  [BROWSER_HEADER]: z.string().nullable().default(null),
});

/** An invalid cookie is its sender's fault, or was made with another secret: nothing of ours broke. */
const OF_CALLERS: readonly string[] = ["JWT_SESSION_ERROR"];

/** Writes the messages of next-auth into the log of the process, one structured line each. */
const authLog: Partial<LoggerInstance> = {
  error(code, metadata) {
    const { log } = processDeps().deps;
    if (OF_CALLERS.includes(code)) log.debug({ auth: code }, "a session cookie does not hold");
    else log.error({ auth: code, err: causeOf(metadata) }, "signing in or out failed");
  },
  warn: (code) => processDeps().deps.log.warn({ auth: code }, "next-auth warns"),
  debug: () => undefined,
};

function causeOf(metadata: Error | { error: Error }): Error {
  return metadata instanceof Error ? metadata : metadata.error;
}

/**
 * Sign-in by e-mail address and password. The token holds the id of a session, which every request looks up in the
 * database, so that signing out, deactivating and changing a password take effect at once.
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt" },
  logger: authLog,
  pages: { signIn: "/sign-in" },
  useSecureCookies: isSecure(),
  cookies: {
    sessionToken: {
      name: sessionCookieName(),
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() },
    },
  },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      async authorize(given, request) {
        const credentials = Credentials.safeParse(given);
        if (!credentials.success) return null;
        const { cookie, ...from } = Headers.parse(request.headers ?? {});
        const signedIn = await signInWithin(credentials.data, from);
        if (signedIn) await endReplaced(cookie, signedIn.id);
        return signedIn;
      },
    }),
  ],
  callbacks: {
    redirect: returnAddress,
    jwt({ token, user }) {
      return user ? { sub: user.id, sid: user.sessionId } : token;
    },
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.sid === "string") await revokeSession(token.sid, processDeps().deps);
    },
  },
};

/** Ends the session that this browser had before, and its streams: nobody can reach it from now on. */
async function endReplaced(cookie: string | undefined, successorId: string): Promise<void> {
  const { deps } = processDeps();
  const replacedId = await sessionIdOf(readCookies(cookie).get(sessionCookieName()), deps.clock.now().getTime());
  if (replacedId !== null) await revokeSession(replacedId, deps, successorId);
}

/** Signs in. Every attempt counts against the account and the address before any hash is made. */
async function signInWithin(
  { email, password }: z.infer<typeof Credentials>,
  from: Omit<z.infer<typeof Headers>, "cookie">,
) {
  const { deps } = processDeps();
  const attempt = { email, addressKey: addressKey(from["x-parley-address"]), browserId: from[BROWSER_HEADER] };
  try {
    const admitted = await admitSignIn(attempt, process.env.NEXTAUTH_SECRET ?? "", deps);
    const signedIn = await signIn(email, password, deps);
    if (!signedIn) return null;
    await admitted.succeeded();
    return { id: signedIn.userId, sessionId: signedIn.sessionId };
  } catch (error) {
    throw new Error(codeFor(error));
  }
}

/** next-auth shows the message of an error to the caller, so it is a code and says nothing of what broke. */
function codeFor(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  if (isDatabaseAway(error) || isDatabaseBusy(error)) return "unavailable";
  processDeps().deps.log.error({ err: error }, "a sign-in failed");
  return "internal_error";
}
