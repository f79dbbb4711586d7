import { QueryClient } from "@tanstack/react-query";
import { errorCodeOf } from "./errors/errorCodeOf";

const RETRIES_MAX = 2;
/** While the database is away. */
const ASKED_AGAIN_EVERY_MS = 2_000;
const KEPT_MS = 15 * 60_000;

/**
 * The cache of pages. They do not age: the stream tells what changed since a page was read. Refusals are not asked
 * again; while the database is away, a page asks until it is back.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: KEPT_MS,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // A browser's idea of being offline is often wrong: asking is the only way to know.
        networkMode: "always",
        refetchInterval: ({ state }) =>
          state.error !== null && errorCodeOf(state.error) === "unavailable" ? ASKED_AGAIN_EVERY_MS : false,
        retry: (failures, error) => failures < RETRIES_MAX && isPassing(error),
      },
      mutations: { networkMode: "always" },
    },
  });
}

function isPassing(error: unknown): boolean {
  const code = errorCodeOf(error);
  return code === "unreachable" || code === "unknown";
}
