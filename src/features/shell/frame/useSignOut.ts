"use client";

import { useMutation } from "@tanstack/react-query";
import { useMe } from "@/features/live/MeGate";
import { useTRPC } from "@/features/live/trpc";
import { useErrorText } from "@/features/live/useErrorText";
import { useRecheckViewer } from "@/features/live/useRecheckViewer";
import { useToast } from "@/ui/useToast";
import { endSession } from "./endSession";

/** Two ways out: of this device, and of all of them. Both leave by a full page load, so that nothing read stays in memory. */
export function useSignOut(): { signOut: () => void; signOutEverywhere: () => void } {
  const trpc = useTRPC();
  const { partyId } = useMe();
  const recheck = useRecheckViewer();
  const toasts = useToast();
  const errorText = useErrorText();
  const leave = () =>
    endSession(partyId, (address, init) => fetch(address, init)).then((isEnded) => {
      if (isEnded) window.location.assign("/sign-in");
      else void recheck();
    });
  const everywhere = useMutation(
    trpc.me.signOutEverywhere.mutationOptions({
      onSuccess: leave,
      onError: (error) => toasts.show({ title: errorText(error), tone: "bad" }),
    }),
  );
  return { signOut: () => void leave(), signOutEverywhere: () => everywhere.mutate() };
}
