"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/client/errors/useErrorText";
import { useMe } from "@/client/me/MeGate";
import { useRecheckViewer } from "@/client/me/useRecheckViewer";
import { useTRPC } from "@/client/trpc";
import { DRAWN_FOR_HEADER } from "@/contract/views/drawnFor";
import { useToast } from "@/ui/overlays/useToast";
import { countUnsent, forgetDesk } from "../deskStore";

/** Signs the viewer out here or on all devices. Both end with a full page load, so that nothing stays in memory. */
export function useSignOut(): { signOut: () => void; signOutEverywhere: () => void } {
  const trpc = useTRPC();
  const { partyId } = useMe();
  const recheck = useRecheckViewer();
  const toasts = useToast();
  const errorText = useErrorText();
  const t = useTranslations("shell.account");
  const leave = async () => {
    if (!(await endSession(partyId))) return void recheck();
    // The answer asks the browser to clear its storage, but not every browser does.
    await forgetDesk();
    window.location.assign("/sign-in");
  };
  /** Signing out deletes unsent messages, so it asks first if there are any. */
  const confirmIfUnsent = async (go: () => void) => {
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
    signOut: () => void confirmIfUnsent(() => void leave()),
    signOutEverywhere: () => void confirmIfUnsent(() => everywhere.mutate()),
  };
}

/**
 * Ends the session of this page's viewer in this browser. Resolves to false when no answer came, or when the session is
 * somebody else's by now: theirs goes on.
 */
async function endSession(viewerId: string): Promise<boolean> {
  try {
    const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
    const answer = await fetch("/api/auth/signout", {
      method: "POST",
      headers: { [DRAWN_FOR_HEADER]: viewerId },
      body: new URLSearchParams({ csrfToken, json: "true" }),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
