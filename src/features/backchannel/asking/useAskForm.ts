"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { type FieldErrors, useController, useForm } from "react-hook-form";
import { v4 as newUuid } from "uuid";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { useErrorText } from "@/client/errors/useErrorText";
import { useMe } from "@/client/me/MeGate";
import { useTRPC } from "@/client/trpc";
import { useSingleMutation } from "@/client/useSingleMutation";
import { INVITED_AT_ONCE_MAX } from "@/contract/inputs/limits";
import type { DirectoryEntry } from "@/contract/views/organizationViews";
import { questionDraftKey } from "@/features/conversation/composer/keptDrafts";
import { useDraft } from "@/features/conversation/composer/useDraft";
import { announce } from "@/ui/speech/announcements";
import { AskInput, openingOf } from "./askInput";

export type AskForm = {
  chosen: DirectoryEntry[];
  setChosen: (chosen: DirectoryEntry[]) => void;
  question: string;
  setQuestion: (question: string) => void;
  isSharingMessages: boolean;
  setSharingMessages: (isSharing: boolean) => void;
  sharedIds: ReadonlySet<string>;
  setSharedIds: (ids: ReadonlySet<string>) => void;
  sharesCustomerName: boolean;
  setSharesCustomerName: (shares: boolean) => void;
  problems: { who: string | undefined; question: string | undefined };
  failure: string | null;
  isAsking: boolean;
  submit: () => void;
};

export type AskFormOptions = { parentId: string; categoryId: string | null; onOpened: (interactionId: string) => void };

const EMPTY: AskInput = {
  chosen: [],
  question: "",
  isSharingMessages: false,
  sharedMessageIds: [],
  sharesCustomerName: false,
};

/** The form to ask specialists, and its submission. A second try never opens a second backchannel. */
export function useAskForm({ parentId, categoryId, onOpened }: AskFormOptions): AskForm {
  const { partyId } = useMe();
  const [clientId, setClientId] = useState(() => newUuid());
  const { text: question, setText: setQuestion } = useDraft(questionDraftKey(partyId, parentId));
  const { control, handleSubmit, setValue, formState } = useForm({
    resolver: zodResolver(AskInput, undefined, { raw: true }),
    defaultValues: EMPTY,
    shouldFocusError: false,
  });
  const { isSubmitted } = formState;
  useEffect(() => setValue("question", question, { shouldValidate: isSubmitted }), [question, isSubmitted, setValue]);
  const chosen = useController({ control, name: "chosen" }).field;
  const isSharing = useController({ control, name: "isSharingMessages" }).field;
  const shared = useController({ control, name: "sharedMessageIds" }).field;
  const sharesName = useController({ control, name: "sharesCustomerName" }).field;
  const sharedIds = useMemo(() => new Set(shared.value), [shared.value]);
  const problems = useProblems(formState.errors);
  const { ask, isAsking, failure } = useAsk({
    onAsked(interactionId) {
      setQuestion("");
      onOpened(interactionId);
    },
    // The earlier try was stored after all: the changed form is a question of its own.
    onNumberTaken: () => setClientId(newUuid()),
  });
  const askOnce = (entered: AskInput) => {
    if (isAsking) return;
    ask(
      { parentId, clientId, categoryId, ...openingOf(entered) },
      entered.chosen.map(({ name }) => name),
    );
  };
  return {
    ...{ chosen: chosen.value, setChosen: chosen.onChange, question, setQuestion },
    ...{ isSharingMessages: isSharing.value, setSharingMessages: isSharing.onChange },
    ...{ sharedIds, setSharedIds: (ids) => shared.onChange([...ids]) },
    ...{ sharesCustomerName: sharesName.value, setSharesCustomerName: sharesName.onChange },
    ...{ problems, failure, isAsking, submit: () => void handleSubmit(askOnce)() },
  };
}

function useProblems({ chosen, question }: FieldErrors<AskInput>): AskForm["problems"] {
  const t = useTranslations("backchannel.dialog");
  const ofQuestion = question?.message === "text_not_visible" ? "questionRequired" : "questionUnusable";
  return {
    who: chosen && t(chosen.type === "too_small" ? "whoRequired" : "whoTooMany", { max: INVITED_AT_ONCE_MAX }),
    // The field itself says by how much the text is too long.
    question: question && t(ofQuestion),
  };
}

type Asked = { onAsked: (interactionId: string) => void; onNumberTaken: () => void };

function useAsk({ onAsked, onNumberTaken }: Asked) {
  const t = useTranslations("backchannel.dialog");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const opening = useSingleMutation(trpc.interaction.openBackchannel.mutationOptions());
  type Question = Parameters<typeof opening.mutate>[0];
  return {
    ask: (question: Question, names: string[]) =>
      opening.mutate(question, {
        onSuccess: ({ interactionId }) => {
          // The pane that opens shows it; a toast would cover the composer.
          announce(t("asked", { names: names.join(", ") }));
          onAsked(interactionId);
        },
        onError(error) {
          if (errorCodeOf(error) === "client_id_reused") onNumberTaken();
        },
      }),
    isAsking: opening.isPending,
    failure: opening.error ? t("failed", { reason: errorText(opening.error) }) : null,
  };
}
