"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { errorWords } from "@/features/conversation/outbox/errorWords";
import { useOutbox } from "@/features/conversation/outbox/OutboxProvider";
import type { OutboxEntry } from "@/features/conversation/outbox/outboxEntry";
import { useUndo } from "@/features/conversation/undo/UndoProvider";
import { useTRPCClient } from "@/features/live/trpc";
import { useToast } from "@/ui/useToast";

export type AfterSendingProps = { onShow: (sequenceId: string) => void };

/**
 * Says what came of a message that also sets the state, wherever the rep is by then: the new state, which can be taken
 * back, or that it was not sent.
 */
export function AfterSending({ onShow }: AfterSendingProps) {
  const t = useTranslations("conversation.afterSending");
  const errors = useTranslations("errors");
  const states = useTranslations("states.sequence");
  const client = useTRPCClient();
  const outbox = useOutbox();
  const undo = useUndo();
  const toast = useToast();
  useEffect(() => {
    const offerUndo = ({ thenState, stateOf }: OutboxEntry) => {
      if (!stateOf || thenState === null || thenState === stateOf.from) return;
      const { sequenceId, subject, from } = stateOf;
      const title =
        thenState === "closed" ? t("closed", { subject }) : t("state", { subject, state: states(thenState) });
      undo.offer(title, async () => {
        await client.sequence.setState.mutate({ sequenceId, state: from, seen: thenState });
        onShow(sequenceId);
      });
    };
    const tellRefusal = ({ stateOf }: OutboxEntry, code: string) => {
      if (!stateOf) return;
      const { sequenceId, subject } = stateOf;
      toast.show({
        title: t("refused", { subject, reason: errors(errorWords(code)) }),
        tone: "bad",
        timeoutMs: 0,
        action: { label: t("show"), onAction: () => onShow(sequenceId) },
      });
    };
    return outbox.onOutcome((entry, refusal) => (refusal === null ? offerUndo(entry) : tellRefusal(entry, refusal)));
  }, [outbox, undo, toast, client, t, errors, states, onShow]);
  return null;
}
