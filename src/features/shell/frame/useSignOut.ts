"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/client/errors/useErrorText";
import { useMe } from "@/client/me/MeGate";
import { useRecheckViewer } from "@/client/me/useRecheckViewer";
import { useTRPC } from "@/client/trpc";
import { useToast } from "@/ui/overlays/useToast";
import { countUnsent, forgetDesk } from "../deskStore";
import { endSession } from "./endSession";

/** Two ways out: of this device, and of all of them. Both leave by a full page load, so that nothing read stays in memory. */
export function useSignOut(): { signOut: () => void; signOutEverywhere: () => void } {
  const trpc = useTRPC();
  const { partyId } = useMe();
  const recheck = useRecheckViewer();
  const toasts = useToast();
  const errorText = useErrorText();
  const t = useTranslations("shell.account");
  const leave = async () => {
    if (!(await endSession(partyId, (address, init) => fetch(address, init)))) return void recheck();
    // The answer asks the browser for the same; not every browser does it.
    await forgetDesk();
    window.location.assign("/sign-in");
  };
  /** Signing out forgets what was written: of words that were not sent yet one is told before. */
  const unlessUnsent = async (go: () => void) => {
    const count = await countUnsent(partyId);
    if (count === 0) return go();
    toasts.show({
      title: t("unsent", { count }),
      tone: "bad",
      timeoutMs: 0,
      action: { label: t("discard"), onAction: go },
    });
  };
  const everywhere = useMutation(
    trpc.me.signOutEverywhere.mutationOptions({
      onSuccess: leave,
      onError: (error) => toasts.show({ title: errorText(error), tone: "bad" }),
    }),
  );
  return {
    signOut: () => void unlessUnsent(() => void leave()),
    signOutEverywhere: () => void unlessUnsent(() => everywhere.mutate()),
  };
}
