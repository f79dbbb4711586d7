"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPC } from "@/client/trpc";
import { useSingleMutation } from "@/client/useSingleMutation";
import { useToast } from "@/ui/overlays/useToast";
import { announce } from "@/ui/speech/announcements";

export type InvitationAnswer = {
  accept: () => void;
  decline: (reason: string) => void;
  isBusy: boolean;
};

/** Accepts or declines an invitation (O5). The server tells the inviter. */
export function useAnswerInvitation(interactionId: string, onAccepted: () => void): InvitationAnswer {
  const t = useTranslations("backchannel.invitation");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const answer = useSingleMutation(
    trpc.interaction.answerInvitation.mutationOptions({
      onSuccess: (_, { accepts }) => {
        announce(t(accepts ? "accepted" : "declinedDone"));
        void queryClient.invalidateQueries({ queryKey: trpc.queue.backchannels.queryKey() });
        void queryClient.invalidateQueries({ queryKey: trpc.interaction.get.queryKey({ interactionId }) });
        if (accepts) onAccepted();
      },
      onError: (error) => {
        const isLate = errorCodeOf(error) === "already_answered";
        toast.show({ title: isLate ? t("alreadyAnswered") : errorText(error), tone: "bad" });
      },
    }),
  );
  return {
    accept: () => answer.mutate({ interactionId, accepts: true }),
    decline: (reason) => answer.mutate({ interactionId, accepts: false, ...(reason === "" ? {} : { reason }) }),
    isBusy: answer.isPending,
  };
}
