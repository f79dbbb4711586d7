"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "../trpc";

/** Asks the server whether the browser's session still belongs to the viewer of this page; resolves to the answer. */
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
