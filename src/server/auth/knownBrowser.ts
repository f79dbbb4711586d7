import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readCookies } from "./cookies";
import { hostCookieName, isSecure } from "./sessionCookie";
import { PLACE_KEPT_MS } from "./signInDelay";

/** The header that tells next-auth's routes which browser signs in. What a caller sends in it is dropped. */
export const BROWSER_HEADER = "x-parley-browser";

const NAME = "parley-browser";
const BYTES = 18;
const ID = /^[\w-]{24}$/;

/**
 * The id of the browser that signs in. A browser gets it with its first attempt and keeps it after signing out. It grants
 * nothing. It shows whether somebody has signed in from this browser before, which a stranger who guesses has not.
 */
export function browserSigningIn(request: IncomingMessage, response: ServerResponse): string {
  const name = hostCookieName(NAME);
  const said = readCookies(request.headers.cookie).get(name) ?? "";
  const id = ID.test(said) ? said : randomBytes(BYTES).toString("base64url");
  const maxAgeS = PLACE_KEPT_MS / 1_000;
  const cookie = `${name}=${id}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;
  response.appendHeader("set-cookie", cookie);
  return id;
}
