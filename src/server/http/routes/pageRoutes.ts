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
/** Whoever signs out leaves nothing that they read or wrote in the browser for the next person. */
const CLEARED_AT_SIGN_OUT = '"cache", "storage"';

/** Next's own handler: everything that is a page. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Of = { configuration: ProcessConfiguration; process: ProcessDeps; pages: Pages; address: string };

/** Serves a page of the console, and the sign-in of next-auth. */
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
  dropInner(request, address);
  if (!path.startsWith("/_next/static/")) {
    setPagePolicy(request, response, configuration.isDevelopment);
    response.setHeader("cache-control", "private, no-store");
  }
  // Next answers its own way where a page finds no database, and next-auth calls it a wrong password.
  if (!path.startsWith("/_next/")) await process.deps.pool.query("select 1");
  const isChange = request.method === "POST";
  if (isChange && !isSameOrigin(request)) return refuseRequest(request, response, 403, "wrong_origin");
  if (path === SIGN_IN && isChange) request.headers[BROWSER_HEADER] = browserSigningIn(request, response);
  if (path === SIGN_OUT) await beginSignOut(request, response, address, process);
  await pages(request, response);
}

/** What a caller says of its own address, its browser or of Next's inner doors is dropped before anything reads it. */
function dropInner(request: IncomingMessage, address: string): void {
  delete request.headers["x-middleware-subrequest"];
  delete request.headers[BROWSER_HEADER];
  request.headers["x-parley-address"] = address;
}

/** A page signs out whom it was drawn for, and nobody else. */
async function beginSignOut(
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
  process: ProcessDeps,
): Promise<void> {
  await httpContext(process, request, response, address).viewer();
  if (request.method === "POST") response.setHeader("clear-site-data", CLEARED_AT_SIGN_OUT);
}
