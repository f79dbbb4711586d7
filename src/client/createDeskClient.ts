import { createTRPCClient, httpBatchLink } from "@trpc/client";
import superjson from "superjson";
import { DRAWN_FOR_HEADER } from "@/contract/views/drawnFor";
import type { AppRouter } from "@/server/trpc/appRouter";
import { type PageViewer, viewerLink } from "./me/viewerLink";

const CALLS_PER_BATCH_MAX = 10;
/** Longer than the server's own time limit. */
const ANSWER_WITHIN_MS = 30_000;

/**
 * The client of the desk's procedures: same origin, session cookie, simultaneous calls batched into one request. Each
 * request names the viewer that the page was drawn for, so that the server never answers as somebody else.
 */
export function createDeskClient(viewer: PageViewer) {
  return createTRPCClient<AppRouter>({
    links: [
      viewerLink(viewer),
      httpBatchLink({
        url: "/api/trpc",
        transformer: superjson,
        maxItems: CALLS_PER_BATCH_MAX,
        fetch: (address, init) => fetch(address, { ...(init as RequestInit), signal: withTimeLimit(init?.signal) }),
        headers: () => drawnForHeader(viewer.id()),
      }),
    ],
  });
}

/** Adds a time limit: a dead connection would never answer, and the caller can ask again. */
function withTimeLimit(signal: AbortSignal | null | undefined): AbortSignal {
  const timeLimit = AbortSignal.timeout(ANSWER_WITHIN_MS);
  return signal ? AbortSignal.any([signal, timeLimit]) : timeLimit;
}

/** The header that names the viewer the page was drawn for; empty until the viewer is known. */
export function drawnForHeader(viewerId: string | null): Record<string, string> {
  return viewerId === null ? {} : { [DRAWN_FOR_HEADER]: viewerId };
}
