"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "../trpc";

/** Asks the server again whether the browser's session is still that of this page's viewer; resolves to whether it is. */
export function useRecheckViewer(): () => Promise<boolean> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useCallback(
    () =>
      queryClient.fetchQuery({ ...trpc.me.get.queryOptions(), staleTime: 0 }).then(
        () => true,
        () => false,
      ),
    [queryClient, trpc],
  );
}
