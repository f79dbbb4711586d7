"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/features/live/trpc";

/** Two ways out: of this device, and of all of them. Both leave by a full page load, so that nothing read stays in memory. */
export function useSignOut(): { signOut: () => void; signOutEverywhere: () => void } {
  const trpc = useTRPC();
  const everywhere = useMutation(trpc.me.signOutEverywhere.mutationOptions({ onSettled: leave }));
  return { signOut: () => void leave(), signOutEverywhere: () => everywhere.mutate() };
}

async function leave(): Promise<void> {
  const { signOut } = await import("next-auth/react");
  await signOut({ redirect: false });
  window.location.assign("/sign-in");
}
