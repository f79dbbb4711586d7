import type { IncomingMessage, ServerResponse } from "node:http";
import { DRAWN_FOR_HEADER, DRAWN_FOR_PARAMETER } from "@/contract/views/drawnFor";
import { DomainError } from "@/domain/errors";
import { VISIT_KEPT_MS } from "../auth/beginVisit";
import { readCookies } from "../auth/cookies";
import type { RateLimits } from "../auth/rateLimits";
import { sessionCookieName, sessionIdOf } from "../auth/sessionCookie";
import type { Viewer } from "../auth/viewers";
import { type Visitor, visitName, visitorOf } from "../auth/visitors";
import type { Deps } from "../deps";
import type { ProcessDeps } from "../processDeps";

/** The cookie that all widgets of a site once shared. Its credential still holds at the widget that it was made for. */
const SHARED_VISITOR_COOKIE = "__Host-parley-visitor";

/**
 * The cookie of a visitor's credential: one for each widget, partitioned by the embedding site, hidden from scripts.
 */
export const visitorCookieName = (widgetKey: string) => `${SHARED_VISITOR_COOKIE}-${widgetKey}`;

/** Names the visit that a frame shows. A call is refused if the browser's visitor is another one by now. */
const VISIT_HEADER = "x-parley-visit";

/** What a procedure knows of its caller. The caller is looked up once per request, and only if a procedure asks. */
export type Context = {
  readonly deps: Deps;
  readonly rateLimits: RateLimits;
  /** The caller's network address. */
  readonly address: string;
  /**
   * The member who calls; null if nobody is signed in.
   *
   * @throws DomainError `other_viewer` if the calling page was drawn for somebody else
   */
  viewer(): Promise<Viewer | null>;
  /** The visitor at a widget; null if there is none, or if the calling frame shows another visit. */
  visitor(widgetKey: string): Promise<Visitor | null>;
  /** The visitor to whom the browser's credential belongs, regardless of what the frame shows. */
  holder(widgetKey: string): Promise<Visitor | null>;
  setVisitorCookie(widgetKey: string, token: string): void;
  clearVisitorCookie(widgetKey: string): void;
};

/** Makes the context of one HTTP request. `address` is the caller's network address. */
export function httpContext(
  { deps, viewers, rateLimits }: ProcessDeps,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
): Context {
  const cookies = readCookies(request.headers.cookie);
  let viewer: Promise<Viewer | null> | null = null;
  const readViewer = async () => {
    const sessionId = await sessionIdOf(cookies.get(sessionCookieName()), deps.clock.now().getTime());
    return sessionId === null ? null : viewers.of(sessionId);
  };
  const readHolder = async (widgetKey: string) => {
    for (const token of visitorTokens(request, cookies, widgetKey)) {
      const holder = await visitorOf(token, widgetKey, deps);
      if (holder) return holder;
    }
    return null;
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
    async visitor(widgetKey) {
      const holder = await readHolder(widgetKey);
      const shown = request.headers[VISIT_HEADER];
      return holder && typeof shown === "string" && shown !== visitName(holder, deps) ? null : holder;
    },
    holder: readHolder,
    setVisitorCookie: (widgetKey, token) =>
      response.appendHeader("set-cookie", visitorCookie(widgetKey, token, VISIT_KEPT_MS / 1_000)),
    clearVisitorCookie: (widgetKey) => response.appendHeader("set-cookie", visitorCookie(widgetKey, "", 0)),
  };
}

/** The party for whom the calling page was drawn; null for a program, and for a page that is not drawn yet. */
function drawnFor(request: IncomingMessage): string | null {
  const said = request.headers[DRAWN_FOR_HEADER];
  if (typeof said === "string") return said;
  const target = request.url ?? "";
  return new URLSearchParams(target.slice(target.indexOf("?") + 1)).get(DRAWN_FOR_PARAMETER);
}

/**
 * Refuses a viewer for whom the page was not drawn. All tabs of a browser send the same session, so an old tab must not
 * act for a person who signed in later.
 */
function refuseOther(viewer: Viewer | null, partyId: string | null): Viewer | null {
  if (viewer === null || partyId === null || partyId === viewer.pov.partyId) return viewer;
  throw new DomainError("other_viewer", { name: viewer.name });
}

function visitorCookie(widgetKey: string, token: string, maxAgeS: number): string {
  return `${visitorCookieName(widgetKey)}=${token}; Path=/; Max-Age=${maxAgeS}; HttpOnly; Secure; SameSite=None; Partitioned`;
}

/** Taken from the cookies, or from the header if the browser drops cookies in frames; never from the address. */
function visitorTokens(
  request: IncomingMessage,
  cookies: ReadonlyMap<string, string>,
  widgetKey: string,
): readonly string[] {
  const [scheme, token] = (request.headers.authorization ?? "").split(" ");
  if (scheme === "Visitor" && token) return [token];
  return [visitorCookieName(widgetKey), SHARED_VISITOR_COOKIE].flatMap((name) => cookies.get(name) ?? []);
}
