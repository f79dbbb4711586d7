"use client";

import { useTranslations } from "next-intl";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPC } from "@/client/trpc";
import { useSingleMutation } from "@/client/useSingleMutation";
import type { ErrorCode } from "@/contract/errorCodes";
import type { PartyView } from "@/contract/views/conversationViews";
import type { DirectoryEntry } from "@/contract/views/organizationViews";
import { useToast } from "@/ui/overlays/useToast";

const KEYS = [
  "last_shared_party",
  "responder_stays",
  "nobody_included",
  "nobody_left_out",
  "already_member",
  "not_allowed",
  "interaction_ended",
] as const;

export type ParticipantActions = {
  invite: (entry: DirectoryEntry, showFrom: "now" | "start") => void;
  remove: (party: PartyView) => void;
  leave: () => void;
  isBusy: boolean;
  /** Why the last action was refused, in words; null if it was not. */
  refusal: string | null;
  clear: () => void;
};

/** Invites, removes and leaves (O4, O5). The server decides; a refusal is shown with its reason. */
export function useParticipants(interactionId: string, onDone: () => void): ParticipantActions {
  const t = useTranslations("backchannel.participants");
  const trpc = useTRPC();
  const toast = useToast();
  const words = useRefusalWords();
  const invite = useSingleMutation(trpc.interaction.invite.mutationOptions());
  const remove = useSingleMutation(trpc.interaction.removeParticipant.mutationOptions());
  const leave = useSingleMutation(trpc.interaction.leave.mutationOptions());
  const done = (title: string) => () => {
    toast.show({ title });
    onDone();
  };
  const error = invite.error ?? remove.error ?? leave.error;
  return {
    invite: ({ id, name }, showFrom) =>
      invite.mutate({ interactionId, partyId: id, showFrom }, { onSuccess: done(t("invitedDone", { name })) }),
    remove: ({ id, name }) =>
      remove.mutate({ interactionId, partyId: id }, { onSuccess: done(t("removedDone", { name })) }),
    leave: () => leave.mutate({ interactionId }, { onSuccess: done(t("leftDone")) }),
    isBusy: invite.isPending || remove.isPending || leave.isPending,
    refusal: error ? words(error) : null,
    clear: () => {
      for (const each of [invite, remove, leave]) each.reset();
    },
  };
}

function useRefusalWords(): (error: unknown) => string {
  const t = useTranslations("backchannel.participants.refused");
  const errorText = useErrorText();
  return (error) => {
    const key = refusalKey(errorCodeOf(error));
    return key === null ? errorText(error) : t(key);
  };
}

/** The text key of a refusal that has words for participants (O4); null for all others, which have general words. */
function refusalKey(code: ErrorCode): (typeof KEYS)[number] | null {
  return KEYS.find((each) => each === code) ?? null;
}
