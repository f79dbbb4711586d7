import { QueryClient } from "@tanstack/react-query";
import { errorCodeOf } from "./errorCodeOf";

const RETRIES_MAX = 2;
const KEPT_MS = 15 * 60_000;

/**
 * The cache of pages. They do not age: the stream tells what changed since a page was read. Refusals are not asked
 * again.
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
