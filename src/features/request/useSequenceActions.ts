"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPCClient } from "@/client/trpc";
import { useSingleMutation } from "@/client/useSingleMutation";
import type { SequenceView } from "@/contract/views/requestViews";
import type { SequenceState } from "@/domain/request/sequenceState";
import { useCommands } from "@/features/shell/shortcuts/useCommands";
import { useUndo } from "@/features/shell/undo/UndoProvider";
import { useToast } from "@/ui/overlays/useToast";
import { announce } from "@/ui/speech/announcements";
import { rememberMove } from "./changes/rememberMove";
import type { SequenceChanges } from "./changes/useSequenceChanges";

/** The menu or dialog that is open over a request; one at a time. */
export type OpenPart = "state" | "tags" | "escalate" | "handOver" | "routing" | null;

export type SequenceActions = {
  open: OpenPart;
  setOpen: (part: OpenPart) => void;
  setState: (state: SequenceState) => void;
  take: () => void;
  isTaking: boolean;
  withdrawEscalation: () => void;
  isWithdrawing: boolean;
};

/** The actions on a request, for its buttons and its keys. Keys do only what the viewer may do. */
export function useSequenceActions(
  sequence: SequenceView,
  { change }: Pick<SequenceChanges, "change">,
): SequenceActions {
  const changed = useTranslations("conversation.changed");
  const states = useTranslations("states.sequence");
  const [open, setOpen] = useState<OpenPart>(null);
  const { take, isTaking } = useTake(sequence.id);
  const { withdrawEscalation, isWithdrawing } = useWithdrawEscalation(sequence.id);
  const actions = useMemo<SequenceActions>(
    () => ({
      open,
      setOpen,
      setState: (state) => change({ state }, changed("state", { state: states(state) })),
      take,
      isTaking,
      withdrawEscalation,
      isWithdrawing,
    }),
    [open, change, changed, states, take, isTaking, withdrawEscalation, isWithdrawing],
  );
  useActionKeys(sequence.may, actions);
  return actions;
}

function useTake(sequenceId: string): { take: () => void; isTaking: boolean } {
  const changed = useTranslations("conversation.changed");
  const client = useTRPCClient();
  const undo = useUndo();
  const toast = useToast();
  const errorText = useErrorText();
  const { mutate, isPending } = useSingleMutation({
    mutationFn: () => rememberMove(sequenceId, client.sequence.take.mutate({ sequenceId }), undo, client),
    // The header and the composer show it; a toast would cover them.
    onSuccess: () => announce(changed("taken")),
    onError: (error) => toast.show({ title: changed("failed", { reason: errorText(error) }), tone: "bad" }),
  });
  return { take: useMemo(() => () => mutate(undefined), [mutate]), isTaking: isPending };
}

function useWithdrawEscalation(sequenceId: string): Pick<SequenceActions, "withdrawEscalation" | "isWithdrawing"> {
  const changed = useTranslations("conversation.changed");
  const client = useTRPCClient();
  const undo = useUndo();
  const toast = useToast();
  const errorText = useErrorText();
  const { mutate, isPending } = useSingleMutation({
    mutationFn: () => rememberMove(sequenceId, client.sequence.withdrawEscalation.mutate({ sequenceId }), undo, client),
    onSuccess: () => announce(changed("escalationWithdrawn")),
    onError: (error) => toast.show({ title: changed("failed", { reason: errorText(error) }), tone: "bad" }),
  });
  const withdrawEscalation = useMemo(() => () => mutate(undefined), [mutate]);
  return { withdrawEscalation, isWithdrawing: isPending };
}

function useActionKeys(may: SequenceView["may"], actions: SequenceActions) {
  const t = useTranslations("conversation.commands");
  const { change: mayChange, escalate, handOver, take } = may;
  const commands = useMemo(
    () => [
      { id: "conversation.state", title: t("state"), when: () => mayChange, run: () => actions.setOpen("state") },
      {
        id: "conversation.needInfo",
        title: t("needInfo"),
        when: () => mayChange,
        run: () => actions.setState("need_info"),
      },
      { id: "conversation.tags", title: t("tags"), when: () => mayChange, run: () => actions.setOpen("tags") },
      {
        id: "conversation.escalate",
        title: t("escalate"),
        when: () => escalate,
        run: () => actions.setOpen("escalate"),
      },
      { id: "conversation.assign", title: t("handOver"), when: () => handOver, run: () => actions.setOpen("handOver") },
      { id: "conversation.take", title: t("take"), when: () => take, run: actions.take },
    ],
    [t, mayChange, escalate, handOver, take, actions],
  );
  useCommands(commands);
}
