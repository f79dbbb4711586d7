import type { IncomingMessage } from "node:http";

/**
 * Whether a request comes from our own pages, or from a program. A browser always says where a cross-site request comes
 * from. A request that says nothing comes from a program, which carries nobody's cookies.
 */
export function isSameOrigin(request: IncomingMessage): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
