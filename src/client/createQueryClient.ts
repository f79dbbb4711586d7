import { QueryClient } from "@tanstack/react-query";
import { errorCodeOf } from "./errors/errorCodeOf";

const RETRIES_MAX = 2;
/** How often a query is repeated while the server cannot reach its database. */
const ASKED_AGAIN_EVERY_MS = 2_000;
const KEPT_MS = 15 * 60_000;

/**
 * The cache of pages. Pages do not become stale: the stream tells what changed since a page was read. A query that was
 * refused is not repeated. While the server cannot reach its database, a query is repeated until it can.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: KEPT_MS,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // Browsers are often wrong about being offline: only a request can tell.
        networkMode: "always",
        refetchInterval: ({ state }) =>
          state.error !== null && errorCodeOf(state.error) === "unavailable" ? ASKED_AGAIN_EVERY_MS : false,
        retry: (failures, error) => failures < RETRIES_MAX && isTemporary(error),
      },
      mutations: { networkMode: "always" },
    },
  });
}

function isTemporary(error: unknown): boolean {
  const code = errorCodeOf(error);
  return code === "unreachable" || code === "unknown";
}
