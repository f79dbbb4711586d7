import { createTRPCClient, httpBatchLink } from "@trpc/client";
import superjson from "superjson";
import { DRAWN_FOR_HEADER } from "@/contract/views/drawnFor";
import type { AppRouter } from "@/server/trpc/appRouter";
import { type PageViewer, viewerLink } from "./me/viewerLink";

const CALLS_PER_BATCH_MAX = 10;
/** More than the server allows itself. */
const ANSWER_WITHIN_MS = 30_000;

/**
 * The client of the desk's procedures: same origin, session by cookie, calls of one moment in one request. Each says
 * for whom the page was drawn, so that none is answered as somebody else.
 */
export function createDeskClient(viewer: PageViewer) {
  return createTRPCClient<AppRouter>({
    links: [
      viewerLink(viewer),
      httpBatchLink({
        url: "/api/trpc",
        transformer: superjson,
        maxItems: CALLS_PER_BATCH_MAX,
        fetch: (address, init) => fetch(address, { ...(init as RequestInit), signal: inTime(init?.signal) }),
        headers: () => drawnForHeader(viewer.id()),
      }),
    ],
  });
}

/** A connection that passes no bytes never answers; the caller can ask again. */
function inTime(signal: AbortSignal | null | undefined): AbortSignal {
  const timeLimit = AbortSignal.timeout(ANSWER_WITHIN_MS);
  return signal ? AbortSignal.any([signal, timeLimit]) : timeLimit;
}

/** Says for whom the page was drawn; nothing before that is known. */
export function drawnForHeader(viewerId: string | null): Record<string, string> {
  return viewerId === null ? {} : { [DRAWN_FOR_HEADER]: viewerId };
}
