import { createTRPCClient, httpBatchLink } from "@trpc/client";
import superjson from "superjson";
import type { AppRouter } from "@/server/trpc/appRouter";

const CALLS_PER_BATCH_MAX = 10;

/** The client of the desk's procedures: same origin, session by cookie, calls of one moment in one request. */
export function createDeskClient() {
  return createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: "/api/trpc", transformer: superjson, maxItems: CALLS_PER_BATCH_MAX })],
  });
}
