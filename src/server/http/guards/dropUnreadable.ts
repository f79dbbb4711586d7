import type { IncomingHttpHeaders } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";

const ROUTER_STATE = "next-router-state-tree";
/** The cookie of next-auth's return address. Nothing here reads it, and a malformed one would stop every sign-in. */
const RETURN_COOKIE = /^\s*(?:__(?:Secure|Host)-)?next-auth\.callback-url\s*=/;

/**
 * Removes malformed values from the headers of a request that Next and next-auth would answer with a server error. The
 * page is then drawn whole, and the sign-in goes on.
 */
export function dropUnreadable(headers: IncomingHttpHeaders): void {
  if (!isRouterState(headers[ROUTER_STATE])) delete headers[ROUTER_STATE];
  const kept = headers.cookie?.split(";").filter((pair) => !RETURN_COOKIE.test(pair));
  if (kept) headers.cookie = kept.join(";");
}

/** Whether next-auth can read every return address in the query. */
export function hasReadableReturn(query: URLSearchParams): boolean {
  return query.getAll("callbackUrl").every((address) => address === "" || isWebAddress(address));
}

function isWebAddress(address: string): boolean {
  const base = address.startsWith("/") ? "http://localhost" : undefined;
  return URL.canParse(address, base) && /^https?:/.test(new URL(address, base).protocol);
}

function isRouterState(header: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(header);
    return true;
  } catch {
    return false;
  }
}
