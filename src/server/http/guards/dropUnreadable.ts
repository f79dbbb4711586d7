import type { IncomingHttpHeaders } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";

const ROUTER_STATE = "next-router-state-tree";
/** Where next-auth keeps an address to return to. Nothing here reads it, and one that it cannot read stops every sign-in. */
const RETURN_COOKIE = /^\s*(?:__(?:Secure|Host)-)?next-auth\.callback-url\s*=/;

/**
 * Takes out of a request's head what Next and next-auth answer with a fault of the server, though the caller wrote it: a
 * page is then drawn whole, and a sign-in goes on.
 */
export function dropUnreadable(headers: IncomingHttpHeaders): void {
  if (!isRouterState(headers[ROUTER_STATE])) delete headers[ROUTER_STATE];
  const kept = headers.cookie?.split(";").filter((pair) => !RETURN_COOKIE.test(pair));
  if (kept) headers.cookie = kept.join(";");
}

/** Whether next-auth can read every address in a query that it would return to. */
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
