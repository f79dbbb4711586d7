import type { IncomingMessage, ServerResponse } from "node:http";
import { BROWSER_HEADER, browserSigningIn } from "../../auth/knownBrowser";
import type { ProcessConfiguration } from "../../configuration";
import type { ProcessDeps } from "../../processDeps";
import { httpContext } from "../../trpc/context";
import { answerJson } from "../answers/answerJson";
import { refuseRequest } from "../answers/refuseRequest";
import { setPagePolicy } from "../answers/securityHeaders";
import { dropUnreadable, hasReadableReturn } from "../guards/dropUnreadable";
import { hostNameOf } from "../guards/hostRule";
import { isSameOrigin } from "../guards/isSameOrigin";
import type { Target } from "../guards/readTarget";

const AUTH = "/api/auth/";
const SIGN_IN = "/api/auth/callback/credentials";
const SIGN_OUT = "/api/auth/signout";
/** Signing out removes everything that the person read or wrote from the browser. */
const CLEARED_AT_SIGN_OUT = '"cache", "storage"';

/** Next's own request handler. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Of = { configuration: ProcessConfiguration; process: ProcessDeps; pages: Pages; address: string };

/** Serves the pages of the console, and signing in and out by next-auth. */
export async function servePage(
  request: IncomingMessage,
  response: ServerResponse,
  { path, query }: Target,
  { configuration, process, pages, address }: Of,
): Promise<void> {
  if (path === "/demo" && configuration.isDemo) {
    const host = hostNameOf(request.headers.host) ?? "localhost";
    response.writeHead(302, { location: `http://${host}:${configuration.demoPort}/demo` }).end();
    return;
  }
  if (path.startsWith(AUTH) && !hasReadableReturn(query))
    return answerJson(response, 400, { code: "invalid_input", fields: [{ path: "callbackUrl" }] });
  dropUnreadable(request.headers);
  replaceInnerHeaders(request, address);
  if (!path.startsWith("/_next/static/")) {
    setPagePolicy(request, response, configuration.isDevelopment);
    response.setHeader("cache-control", "private, no-store");
  }
  // If the database is away, fail here: Next would show a page of its own, and next-auth would say "wrong password".
  if (!path.startsWith("/_next/")) await process.deps.pool.query("select 1");
  const isChange = request.method === "POST";
  if (isChange && !isSameOrigin(request)) return refuseRequest(request, response, 403, "wrong_origin");
  if (path === SIGN_IN && isChange) request.headers[BROWSER_HEADER] = browserSigningIn(request, response);
  if (path === SIGN_OUT) await beginSignOut(request, response, address, process);
  await pages(request, response);
}

/** Drops or replaces headers that only we may set: the caller's address, its browser, and Next's inner headers. */
function replaceInnerHeaders(request: IncomingMessage, address: string): void {
  delete request.headers["x-middleware-subrequest"];
  delete request.headers[BROWSER_HEADER];
  request.headers["x-parley-address"] = address;
}

/** Checks that the signed-in viewer is the one for whom the page was drawn, and clears the browser's storage. */
async function beginSignOut(
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
  process: ProcessDeps,
): Promise<void> {
  await httpContext(process, request, response, address).viewer();
  if (request.method === "POST") response.setHeader("clear-site-data", CLEARED_AT_SIGN_OUT);
}
