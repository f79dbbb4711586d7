import type { IncomingMessage, ServerResponse } from "node:http";
import { DomainError } from "@/domain/errors";
import { DRAWN_FOR_HEADER, DRAWN_FOR_PARAMETER } from "@/domain/views/drawnFor";
import { SESSION_COOKIE, sessionIdOf } from "../auth/sessionCookie";
import type { Viewer } from "../auth/viewers";
import { type Visitor, visitorOf } from "../auth/visitors";
import { VISIT_KEPT_MS } from "../commands/beginVisit";
import type { Deps } from "../deps";
import { readCookies } from "../http/cookies";
import type { RateLimits } from "../http/rateLimits";
import type { ProcessDeps } from "../processDeps";

/** The visitor's credential: partitioned by the site that embeds the widget, out of reach of every script. */
export const VISITOR_COOKIE = "__Host-parley-visitor";

/** What a procedure knows of its caller. Who they are is asked once per request, and only where it matters. */
export type Context = {
  readonly deps: Deps;
  readonly rateLimits: RateLimits;
  /** The caller's network address. */
  readonly address: string;
  /** @throws DomainError `other_viewer` where the page that calls was drawn for somebody else */
  viewer(): Promise<Viewer | null>;
  visitor(widgetKey: string): Promise<Visitor | null>;
  setVisitorCookie(token: string): void;
  clearVisitorCookie(): void;
};

/** The context of one HTTP request. */
export function httpContext(
  { deps, viewers, rateLimits }: ProcessDeps,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
): Context {
  const cookies = readCookies(request.headers.cookie);
  let viewer: Promise<Viewer | null> | null = null;
  const readViewer = async () => {
    const sessionId = await sessionIdOf(cookies.get(SESSION_COOKIE), deps.clock.now().getTime());
    return sessionId === null ? null : viewers.of(sessionId);
  };
  return {
    deps,
    rateLimits,
    address,
    viewer() {
      viewer ??= readViewer().then((read) => {
        const own = refuseOther(read, drawnFor(request));
        if (own) deps.presence.acted(own.sessionId);
        return own;
      });
      return viewer;
    },
    visitor: (widgetKey) => visitorOf(visitorToken(request, cookies), widgetKey, deps),
    setVisitorCookie: (token) => response.appendHeader("set-cookie", visitorCookie(token, VISIT_KEPT_MS / 1_000)),
    clearVisitorCookie: () => response.appendHeader("set-cookie", visitorCookie("", 0)),
  };
}

/** The party that a calling page was drawn for; null for a program, which is no page, and a page that is not drawn yet. */
function drawnFor(request: IncomingMessage): string | null {
  const said = request.headers[DRAWN_FOR_HEADER];
  if (typeof said === "string") return said;
  const target = request.url ?? "";
  return new URLSearchParams(target.slice(target.indexOf("?") + 1)).get(DRAWN_FOR_PARAMETER);
}

/** One browser has one session, and every tab sends it: what L's tab asks is never done in the name of B. */
function refuseOther(viewer: Viewer | null, partyId: string | null): Viewer | null {
  if (viewer === null || partyId === null || partyId === viewer.pov.partyId) return viewer;
  throw new DomainError("other_viewer", { name: viewer.name });
}

function visitorCookie(token: string, maxAgeS: number): string {
  return `${VISITOR_COOKIE}=${token}; Path=/; Max-Age=${maxAgeS}; HttpOnly; Secure; SameSite=None; Partitioned`;
}

/** From the cookie, or from the header where the browser drops cookies in frames; never from an address. */
export function visitorToken(request: IncomingMessage, cookies: ReadonlyMap<string, string>): string | null {
  const [scheme, token] = (request.headers.authorization ?? "").split(" ");
  return scheme === "Visitor" && token ? token : (cookies.get(VISITOR_COOKIE) ?? null);
}
