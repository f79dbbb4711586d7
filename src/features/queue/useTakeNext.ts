"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPCClient } from "@/client/trpc";
import { useSingleMutation } from "@/client/useSingleMutation";
import { rememberMove } from "@/features/request/changes/rememberMove";
import { type Undo, useUndo } from "@/features/shell/undo/UndoProvider";
import { useToast } from "@/ui/overlays/useToast";
import { announce } from "@/ui/speech/announcements";
import { dueOrder } from "./list/queueRule";

/** Give up after others have taken the chosen request this many times. */
const TRIES_MAX = 3;

/** Takes the most urgent request of the viewer's teams or without a team, and opens it. */
export function useTakeNext(onTaken: (sequenceId: string) => void): { takeNext: () => void; isTaking: boolean } {
  const t = useTranslations("queue");
  const client = useTRPCClient();
  const toast = useToast();
  const undo = useUndo();
  const errorText = useErrorText();
  const { mutate, isPending } = useSingleMutation({
    mutationFn: () => takeMostUrgent(client, undo, TRIES_MAX),
    onSuccess(taken) {
      if (taken === null) return void toast.show({ title: t("nothingToTake") });
      const { sequenceId } = taken;
      announce(t("taken", { subject: taken.subject }));
      onTaken(sequenceId);
    },
    onError: (error) => void toast.show({ title: errorText(error), tone: "bad" }),
  });
  return { takeNext: useCallback(() => mutate(undefined), [mutate]), isTaking: isPending };
}

async function takeMostUrgent(client: ReturnType<typeof useTRPCClient>, undo: Undo, triesLeft: number) {
  const pages = await Promise.all([
    client.queue.list.query({ view: "team", limit: 1 }),
    client.queue.list.query({ view: "unassigned", limit: 1 }),
  ]);
  const [next] = pages.flatMap(({ rows }) => rows).sort(dueOrder);
  if (!next) return null;
  try {
    const { sequenceId } = next;
    await rememberMove(sequenceId, client.sequence.take.mutate({ sequenceId }), undo, client);
    return next;
  } catch (error) {
    if (errorCodeOf(error) !== "already_taken" || triesLeft <= 1) throw error;
    return takeMostUrgent(client, undo, triesLeft - 1);
  }
}
