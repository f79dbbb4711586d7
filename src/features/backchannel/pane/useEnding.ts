"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPC, useTRPCClient } from "@/client/trpc";
import { useSingleMutation } from "@/client/useSingleMutation";
import type { InteractionView } from "@/contract/views/conversationViews";
import { useCommands } from "@/features/shell/shortcuts/useCommands";
import { useUndo } from "@/features/shell/undo/UndoProvider";
import { useToast } from "@/ui/overlays/useToast";

export type Ending = {
  /** Null if the viewer may not end it, or it has ended. */
  end: (() => void) | null;
  /** Null if the viewer may not reopen it, or it has not ended. */
  reopen: (() => void) | null;
  isBusy: boolean;
};

/** Ends or reopens a backchannel (C7), by buttons and from the palette. Both can be undone. */
export function useEnding({ id: interactionId, mayEnd, endedAt }: InteractionView, onReopened: () => void): Ending {
  const t = useTranslations("backchannel.ending");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const undo = useUndo();
  const toast = useToast();
  const errorText = useErrorText();
  const onError = (error: unknown) =>
    void toast.show({ title: t("failed", { reason: errorText(error) }), tone: "bad" });
  const ending = useSingleMutation(
    trpc.interaction.endBackchannel.mutationOptions({
      onError,
      onSuccess: () => undo.offer(t("ended"), () => client.interaction.reopenBackchannel.mutate({ interactionId })),
    }),
  );
  const reopening = useSingleMutation(
    trpc.interaction.reopenBackchannel.mutationOptions({
      onError,
      onSuccess: () => {
        undo.offer(t("reopened"), () => client.interaction.endBackchannel.mutate({ interactionId }));
        onReopened();
      },
    }),
  );
  const { mutate: end } = ending;
  const { mutate: reopen } = reopening;
  const [mayEndNow, mayReopen] = [mayEnd && endedAt === null, mayEnd && endedAt !== null];
  useCommands(
    useMemo(
      () => [
        { id: "backchannel.end", title: t("end"), when: () => mayEndNow, run: () => end({ interactionId }) },
        { id: "backchannel.reopen", title: t("reopen"), when: () => mayReopen, run: () => reopen({ interactionId }) },
      ],
      [t, mayEndNow, mayReopen, end, reopen, interactionId],
    ),
  );
  return {
    end: mayEndNow ? () => end({ interactionId }) : null,
    reopen: mayReopen ? () => reopen({ interactionId }) : null,
    isBusy: ending.isPending || reopening.isPending,
  };
}
