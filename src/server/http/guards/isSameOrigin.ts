import type { IncomingMessage } from "node:http";

/**
 * Whether a request that changes something comes from our own pages. A browser always says where a cross-site request
 * comes from; a program that says nothing carries no cookies of anybody.
 */
export function isSameOrigin(request: IncomingMessage): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
