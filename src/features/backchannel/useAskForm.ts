"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v4 as newUuid } from "uuid";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { useErrorText } from "@/client/errors/useErrorText";
import { useMe } from "@/client/me/MeGate";
import { useTRPC } from "@/client/trpc";
import { MEMBER_MESSAGE_LENGTH_MAX } from "@/contract/inputs/limits";
import type { DirectoryEntry } from "@/contract/views/repViews";
import { signsOver } from "@/domain/text/graphemes";
import { questionDraftKey } from "@/features/conversation/composer/draftKey";
import { useDraft } from "@/features/conversation/composer/useDraft";
import { announce } from "@/ui/speech/announcements";

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

/** What the rep has entered to ask specialists, and the asking itself; a second try never opens a second backchannel. */
export function useAskForm({ parentId, categoryId, onOpened }: AskFormOptions): AskForm {
  const t = useTranslations("backchannel.dialog");
  const { partyId } = useMe();
  const [clientId, setClientId] = useState(() => newUuid());
  const [chosen, setChosen] = useState<DirectoryEntry[]>([]);
  const { text: question, setText: setQuestion } = useDraft(questionDraftKey(partyId, parentId));
  const [isSharingMessages, setSharingMessages] = useState(false);
  const [sharedIds, setSharedIds] = useState<ReadonlySet<string>>(new Set());
  const [sharesCustomerName, setSharesCustomerName] = useState(false);
  const [wasTried, setTried] = useState(false);
  const { ask, isAsking, failure } = useAsk({
    onAsked(interactionId) {
      setQuestion("");
      onOpened(interactionId);
    },
    // The earlier try was stored after all; what was changed since can be asked as a question of its own.
    onNumberTaken: () => setClientId(newUuid()),
  });
  const problems = {
    who: wasTried && chosen.length === 0 ? t("whoRequired") : undefined,
    question: wasTried && question.trim() === "" ? t("questionRequired") : undefined,
  };
  const submit = () => {
    setTried(true);
    if (chosen.length === 0 || question.trim() === "" || isAsking) return;
    if (signsOver(question, MEMBER_MESSAGE_LENGTH_MAX) > 0) return;
    ask(
      {
        parentId,
        clientId,
        question,
        categoryId,
        teamIds: idsOf(chosen, "team"),
        repIds: idsOf(chosen, "rep"),
        sharedMessageIds: isSharingMessages ? [...sharedIds] : [],
        sharesCustomerName,
      },
      chosen.map(({ name }) => name),
    );
  };
  return {
    ...{ chosen, setChosen, question, setQuestion, isSharingMessages, setSharingMessages, sharedIds, setSharedIds },
    ...{ sharesCustomerName, setSharesCustomerName, problems, failure, isAsking, submit },
  };
}

type Asked = { onAsked: (interactionId: string) => void; onNumberTaken: () => void };

function useAsk({ onAsked, onNumberTaken }: Asked) {
  const t = useTranslations("backchannel.dialog");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const opening = useMutation(trpc.interaction.openBackchannel.mutationOptions());
  type Question = Parameters<typeof opening.mutate>[0];
  return {
    ask: (question: Question, names: string[]) =>
      opening.mutate(question, {
        onSuccess: ({ interactionId }) => {
          // The pane that opens shows it; a toast would lie over the composer.
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

function idsOf(chosen: readonly DirectoryEntry[], kind: DirectoryEntry["kind"]): string[] {
  return chosen.filter((entry) => entry.kind === kind).map(({ id }) => id);
}
