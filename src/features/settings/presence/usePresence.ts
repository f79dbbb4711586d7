"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/client/trpc";

/** Who is on duty changes by itself and is told by no event. */
const READ_EVERY_MS = 10_000;

/** The settings of presence, with who is on duty now. */
export function usePresence() {
  const trpc = useTRPC();
  return useQuery(
    trpc.settings.presence.queryOptions(undefined, { refetchOnMount: "always", refetchInterval: READ_EVERY_MS }),
  );
}
