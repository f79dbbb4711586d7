"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { useTRPC } from "@/client/trpc";
import { type Theme, themePreference } from "./theme";

/** The theme and a function that changes it, here and in the viewer's account. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const theme = useSyncExternalStore(themePreference.subscribe, themePreference.read, () => "system" as const);
  const { mutate } = useMutation(trpc.me.setTheme.mutationOptions());
  const choose = useCallback(
    (next: Theme) => {
      themePreference.write(next);
      queryClient.setQueryData(trpc.me.get.queryKey(), (me) => (me ? { ...me, theme: next } : me));
      mutate({ theme: next });
    },
    [mutate, queryClient, trpc],
  );
  return [theme, choose];
}
