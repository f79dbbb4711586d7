"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPC, useTRPCClient } from "@/client/trpc";
import { useSingleMutation } from "@/client/useSingleMutation";
import type { MessageView } from "@/contract/views/conversationViews";
import { useUndo } from "@/features/shell/undo/UndoProvider";
import { useToast } from "@/ui/overlays/useToast";

/** Splits off a message and what follows. With `keeps` the new request stays with its rep, else it is routed. */
export type Part = (message: MessageView, keeps: boolean) => void;

/** Splits off a customer's message and what follows as a request of its own (O7), and offers to undo it. */
export function usePart(sequenceId: string, onOpenSequence: (sequenceId: string) => void): Part {
  const t = useTranslations("conversation.part");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const undo = useUndo();
  const toast = useToast();
  const errorText = useErrorText();
  const { mutate } = useSingleMutation(trpc.sequence.split.mutationOptions());
  return useCallback(
    ({ id: messageId }, keeps) =>
      mutate(
        { sequenceId, messageId, keeps },
        {
          onSuccess: (part) => {
            undo.offer(t(keeps ? "kept" : "routed"), async () => {
              await client.sequence.undoSplit.mutate(part);
              onOpenSequence(sequenceId);
            });
            if (keeps) onOpenSequence(part.sequenceId);
          },
          onError: (error) => toast.show({ title: t("failed", { reason: errorText(error) }), tone: "bad" }),
        },
      ),
    [mutate, sequenceId, undo, t, client, onOpenSequence, toast, errorText],
  );
}
