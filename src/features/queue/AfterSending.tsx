"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useTRPCClient } from "@/client/trpc";
import { useOutbox } from "@/features/conversation/outbox/OutboxProvider";
import type { OutboxEntry } from "@/features/conversation/outbox/outbox";
import { errorWords } from "@/features/conversation/outbox/refusalOf";
import { type RememberedAct, useUndo } from "@/features/shell/undo/UndoProvider";
import { useToast } from "@/ui/overlays/useToast";

export type AfterSendingProps = { onShow: (sequenceId: string) => void };

/** An act whose message is not sent yet. `settle` lets a waiting undo go on once the message is sent. */
type PendingAct = { act: RememberedAct; settle: () => void };

/**
 * Shows the outcome of a message that also sets the state, wherever the rep is by then: the new state, with an undo, or
 * that the message was refused.
 */
export function AfterSending({ onShow }: AfterSendingProps) {
  const t = useTranslations("conversation.afterSending");
  const errors = useTranslations("errors");
  const states = useTranslations("states.sequence");
  const client = useTRPCClient();
  const outbox = useOutbox();
  const undo = useUndo();
  const toast = useToast();
  const acts = useRef(new Map<string, PendingAct>());
  useEffect(() => {
    const begin = ({ clientId, thenState, stateOf }: OutboxEntry) => {
      if (!stateOf || thenState === null || thenState === stateOf.from) return;
      const { sequenceId, from } = stateOf;
      let settle: () => void = () => undefined;
      const sent = new Promise<void>((resolve) => {
        settle = resolve;
      });
      const act = undo.remember(async () => {
        await sent;
        await client.sequence.setState.mutate({ sequenceId, state: from, seen: thenState });
        onShow(sequenceId);
      });
      acts.current.set(clientId, { act, settle });
    };
    const tellSent = (entry: OutboxEntry) => {
      const { clientId, thenState, stateOf } = entry;
      // A message that was refused at first and retried has no pending act.
      if (!acts.current.has(clientId)) begin(entry);
      const pending = acts.current.get(clientId);
      acts.current.delete(clientId);
      if (!pending || !stateOf || thenState === null) return;
      const { subject } = stateOf;
      pending.act.tell(
        thenState === "closed" ? t("closed", { subject }) : t("state", { subject, state: states(thenState) }),
      );
      pending.settle();
    };
    const tellRefused = ({ clientId, stateOf }: OutboxEntry, code: string) => {
      acts.current.get(clientId)?.act.withdraw();
      acts.current.delete(clientId);
      if (!stateOf) return;
      const { sequenceId, subject } = stateOf;
      toast.show({
        title: t("refused", { subject, reason: errors(errorWords(code)) }),
        tone: "bad",
        timeoutMs: 0,
        action: { label: t("show"), onAction: () => onShow(sequenceId) },
      });
    };
    return outbox.onEvent((entry, event) => {
      if (event.type === "queued") begin(entry);
      else if (event.type === "sent") tellSent(entry);
      else tellRefused(entry, event.code);
    });
  }, [outbox, undo, toast, client, t, errors, states, onShow]);
  return null;
}
